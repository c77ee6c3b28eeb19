package io.quittance.interest.control;

import io.quittance.audit.AuditTrail;
import io.quittance.interest.InterestLaw;
import io.quittance.interest.LateCharges;
import io.quittance.interest.NoInterest;
import io.quittance.interest.entity.Accrual;
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
import io.quittance.ledger.boundary.Journal;
import io.quittance.spi.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings an invoice's claims for late payment to what the law grants by now: the sum is computed anew from the journal and
 * the difference to what was accrued is claimed, or taken back as far as it is open. So a payment that is heard of late
 * corrects what was accrued before, and doing it twice does nothing.
 */
@ApplicationScoped
public class Accruing {

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
        Map<Accrual.Part, Accrual.Standing> standing = accruals.of(invoice);
        boolean first = standing.keySet().stream().noneMatch(part -> part.kind() == ClaimKind.INTEREST);
        boolean changed = false;
        boolean begun = false;
        for (Accrual.Change change : Accrual.changes(answer, terms.policy(), standing, Money.zero(subject.currency()), through)) {
            boolean done = change.by().isNegative() ? lower(subject, change) : raise(subject, change);
            changed |= done;
            begun |= done && change.part().kind() == ClaimKind.INTEREST;
        }
        if (begun && first) {
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
        Money fixedSum = terms.policy().fixedSum() ? answer.fixedSum().orElse(zero) : zero;
        return new LateCharges(Optional.empty(), law, source, answer.segments(), interest, fixedSum, claimed, open, waived,
                answer.unknownFrom());
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

    private boolean raise(DebtQueries.Subject subject, Accrual.Change change) {
        ClaimId claim = claims.raise(subject.invoice(), change.part().kind(), change.part().period(), change.by(), change.through());
        if (change.part().kind() == ClaimKind.FEE) {
            timeline.note(subject.invoice(), "fee-claimed", Map.of("amount", change.by().toString()));
        }
        return write(subject, change, claim, change.by());
    }

    private boolean lower(DebtQueries.Subject subject, Accrual.Change change) {
        Optional<OpenClaim> claim = claims.find(subject.invoice(), change.part().kind(), change.part().period());
        Money part = claim.map(found -> found.open().min(change.by().negated())).orElse(Money.zero(subject.currency()));
        return part.isPositive() && claims.lower(claim.orElseThrow(), part)
                && write(subject, change, claim.orElseThrow().id(), part.negated());
    }

    private boolean write(DebtQueries.Subject subject, Accrual.Change change, ClaimId claim, Money amount) {
        accruals.add(subject.invoice(), change.part(), change.number(), claim, change.through(), amount);
        journal.post(Accrual.posting(change, claim, new Accrual.Late(subject.invoice(), subject.number(), subject.customer()), amount));
        audit.record("accrued", "invoice", subject.invoice().value(), null, new Step(change.part().kind(), change.part().period(), amount,
                change.through()));
        return true;
    }
}
