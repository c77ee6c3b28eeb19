package io.quittance.interest.control;

import io.quittance.audit.AuditTrail;
import io.quittance.interest.InterestLaw;
import io.quittance.interest.LateCharges;
import io.quittance.interest.NoInterest;
import io.quittance.interest.entity.InterestAnswer;
import io.quittance.interest.entity.InterestCalculation;
import io.quittance.interest.entity.InterestQuestion;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.boundary.InvoiceTimeline;
import io.quittance.invoice.boundary.LateClaims;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.ledger.AccountRole;
import io.quittance.ledger.Cause;
import io.quittance.ledger.Dimension;
import io.quittance.ledger.Posting;
import io.quittance.ledger.PostingLine;
import io.quittance.ledger.boundary.Journal;
import io.quittance.spi.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings an invoice's claims for late payment to what the law grants by now: the sum is computed anew from the journal and
 * the difference to what was accrued is claimed, or taken back as far as it is open. So a payment that is heard of late
 * corrects what was accrued before, and doing it twice does nothing.
 */
@ApplicationScoped
public class Accruing {

    /** Type of the cause that entries of interest and fixed sums name; their id is the invoice's. */
    static final String CAUSE = "interest";
    private static final AccrualRows.Part FIXED_SUM = new AccrualRows.Part(ClaimKind.FEE, 1);

    @Inject
    DebtQueries debts;
    @Inject
    PolicyStore policies;
    @Inject
    AccrualRows accruals;
    @Inject
    WaiverRows waivers;
    @Inject
    LateClaims claims;
    @Inject
    Settlement settlement;
    @Inject
    InvoiceTimeline timeline;
    @Inject
    Journal journal;
    @Inject
    AuditTrail audit;
    @Inject
    Clock clock;

    /** What the audit trail keeps of a step. */
    record Step(ClaimKind kind, int period, Money amount, LocalDate through) {
    }

    /** A step that is due. @param by negative to take back; @param through last day that it is for */
    private record Change(AccrualRows.Part part, int number, Money by, LocalDate through) {
    }

    /** @return whether anything changed */
    public boolean accrue(InvoiceId invoice) {
        Optional<DebtQueries.Subject> found = debts.subject(invoice, true);
        if (found.isEmpty()) {
            return false;
        }
        DebtQueries.Subject subject = found.get();
        PolicyStore.Terms terms = policies.terms(subject.customer(), subject.kind());
        if (terms.none().isPresent()) {
            return false;
        }
        LocalDate through = yesterday(subject);
        InterestAnswer answer = answer(subject, terms, through);
        Map<AccrualRows.Part, AccrualRows.Standing> standing = accruals.of(invoice);
        boolean first = standing.keySet().stream().noneMatch(part -> part.kind() == ClaimKind.INTEREST);
        boolean changed = false;
        List<Change> due = changes(targets(answer, terms, subject), standing, subject, answer, through);
        Money more = due.stream().filter(change -> change.part().kind() == ClaimKind.INTEREST).map(Change::by)
                .reduce(Money.zero(subject.currency()), Money::plus);
        boolean small = more.isPositive() && more.toDecimal().compareTo(terms.policy().smallest()) < 0;
        for (Change change : due) {
            if (small && change.part().kind() == ClaimKind.INTEREST) {
                continue;
            }
            changed |= change.by().isNegative() ? lower(subject, change) : raise(subject, change);
        }
        if (changed && first && !small && !answer.segments().isEmpty()) {
            timeline.note(invoice, "interest-begun", Map.of("from", answer.segments().getFirst().from().toString()));
        }
        return changed;
    }

    /** What holds for an invoice and how it comes about; changes nothing. */
    public LateCharges charges(InvoiceId invoice, Money likeThis) {
        Money zero = Money.zero(likeThis.currency());
        List<OpenClaim> late = settlement.claims(invoice).stream().filter(claim -> isLate(claim.kind())).toList();
        Money claimed = late.stream().map(OpenClaim::claimed).reduce(zero, Money::plus);
        Money open = late.stream().map(OpenClaim::open).reduce(zero, Money::plus);
        Money waived = waivers.waived(invoice, likeThis.currency());
        Optional<DebtQueries.Subject> subject = debts.subject(invoice, false);
        if (subject.isEmpty()) {
            return new LateCharges(Optional.of(NoInterest.NOT_ISSUED), Optional.empty(), "", List.of(), zero, zero, claimed, open, waived,
                    Optional.empty());
        }
        PolicyStore.Terms terms = policies.terms(subject.get().customer(), subject.get().kind());
        Optional<String> law = terms.law().map(InterestLaw::country);
        String source = terms.rule().map(InterestLaw.Debtors::source).orElse("");
        if (terms.none().isPresent()) {
            return new LateCharges(terms.none(), law, source, List.of(), zero, zero, claimed, open, waived, Optional.empty());
        }
        InterestAnswer answer = answer(subject.get(), terms, yesterday(subject.get()));
        Money interest = answer.months().values().stream().reduce(zero, Money::plus);
        return new LateCharges(Optional.empty(), law, source, answer.segments(), interest, fixedSum(answer, terms).orElse(zero), claimed,
                open, waived, answer.unknownFrom());
    }

    static boolean isLate(ClaimKind kind) {
        return kind == ClaimKind.FEE || kind == ClaimKind.INTEREST;
    }

    private LocalDate yesterday(DebtQueries.Subject subject) {
        return LocalDate.ofInstant(clock.instant(), subject.zone()).minusDays(1);
    }

    private InterestAnswer answer(DebtQueries.Subject subject, PolicyStore.Terms terms, LocalDate through) {
        return InterestCalculation.of(new InterestQuestion(terms.law().orElseThrow(), terms.rule().orElseThrow(), subject.currency(),
                debts.debts(subject), debts.pauses(subject), terms.since(), through, terms.policy().graceDays()));
    }

    private static Optional<Money> fixedSum(InterestAnswer answer, PolicyStore.Terms terms) {
        return terms.policy().fixedSum() ? answer.fixedSum() : Optional.empty();
    }

    private static Map<AccrualRows.Part, Money> targets(InterestAnswer answer, PolicyStore.Terms terms, DebtQueries.Subject subject) {
        Map<AccrualRows.Part, Money> targets = new LinkedHashMap<>();
        targets.put(FIXED_SUM, fixedSum(answer, terms).orElse(Money.zero(subject.currency())));
        answer.months().forEach((month, interest) ->
                targets.put(new AccrualRows.Part(ClaimKind.INTEREST, month.getYear() * 100 + month.getMonthValue()), interest));
        return targets;
    }

    private static List<Change> changes(Map<AccrualRows.Part, Money> targets, Map<AccrualRows.Part, AccrualRows.Standing> standing,
            DebtQueries.Subject subject, InterestAnswer answer, LocalDate through) {
        Set<AccrualRows.Part> parts = new LinkedHashSet<>(targets.keySet());
        parts.addAll(standing.keySet());
        Money zero = Money.zero(subject.currency());
        AccrualRows.Standing nothing = new AccrualRows.Standing(zero, 0);
        return parts.stream().map(part -> {
            AccrualRows.Standing before = standing.getOrDefault(part, nothing);
            return new Change(part, before.steps() + 1, targets.getOrDefault(part, zero).minus(before.amount()),
                    day(part, answer, through));
        }).filter(change -> !change.by().isZero()).toList();
    }

    /** Interest is booked in its own month; the fixed sum on the first day of delay. */
    private static LocalDate day(AccrualRows.Part part, InterestAnswer answer, LocalDate through) {
        if (part.kind() == ClaimKind.FEE) {
            return answer.firstDay().orElse(through);
        }
        LocalDate last = YearMonth.of(part.period() / 100, part.period() % 100).atEndOfMonth();
        return last.isBefore(through) ? last : through;
    }

    private boolean raise(DebtQueries.Subject subject, Change change) {
        ClaimId claim = claims.raise(subject.invoice(), change.part().kind(), change.part().period(), change.by(), change.through());
        if (change.part().kind() == ClaimKind.FEE) {
            timeline.note(subject.invoice(), "fee-claimed", Map.of("amount", change.by().toString()));
        }
        return write(subject, change, claim, change.by());
    }

    private boolean lower(DebtQueries.Subject subject, Change change) {
        Optional<OpenClaim> claim = claims.find(subject.invoice(), change.part().kind(), change.part().period());
        Money part = claim.map(found -> found.open().min(change.by().negated())).orElse(Money.zero(subject.currency()));
        return part.isPositive() && claims.lower(claim.orElseThrow(), part)
                && write(subject, change, claim.orElseThrow().id(), part.negated());
    }

    private boolean write(DebtQueries.Subject subject, Change change, ClaimId claim, Money amount) {
        long invoice = subject.invoice().value();
        long customer = subject.customer().value();
        accruals.add(subject.invoice(), change.part(), change.number(), claim, change.through(), amount);
        AccountRole income = change.part().kind() == ClaimKind.FEE ? AccountRole.LATE_FEES : AccountRole.LATE_INTEREST;
        journal.post(new Posting(Posting.key(CAUSE, Long.toString(invoice), change.part().kind().name(),
                Integer.toString(change.part().period()), Integer.toString(change.number())), new Cause(CAUSE, invoice), change.through(),
                (change.part().kind() == ClaimKind.FEE ? "Fixed sum for late payment of invoice " : "Interest on invoice ")
                        + subject.number(),
                List.of(new PostingLine(AccountRole.RECEIVABLES, amount, Dimension.ofClaim(customer, invoice, claim.value())),
                        new PostingLine(income, amount.negated(), Dimension.ofInvoice(customer, invoice)))));
        audit.record("accrued", "invoice", invoice, null, new Step(change.part().kind(), change.part().period(), amount,
                change.through()));
        return true;
    }
}
