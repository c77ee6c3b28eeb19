package io.quittance.interest.entity;

import io.quittance.customer.CustomerId;
import io.quittance.interest.InterestPolicy;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.ledger.AccountRole;
import io.quittance.ledger.Cause;
import io.quittance.ledger.Dimension;
import io.quittance.ledger.Posting;
import io.quittance.ledger.PostingLine;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From what is owed for being late to what is claimed, and how that reads in the journal. Pure. */
public final class Accrual {

    /** Type of the cause that entries of interest and fixed sums name; their id is the invoice's. */
    public static final String CAUSE = "interest";
    /** Type of the cause that entries of waivers name. */
    public static final String WAIVER = "interest-waiver";

    private static final Part FIXED_SUM = new Part(ClaimKind.FEE, 1);

    /** A claim that accrues. @param period year and month such as 202611; 1 for the fixed sum */
    public record Part(ClaimKind kind, int period) {
    }

    /** What was accrued of a part. @param steps taken so far */
    public record Standing(Money amount, int steps) {
    }

    /** A step that is due. @param by negative to take back; @param through last day that it is for, on which it is booked */
    public record Change(Part part, int number, Money by, LocalDate through) {
    }

    /** An invoice that is late. */
    public record Late(InvoiceId invoice, String number, CustomerId customer) {
    }

    /** A claim that is given up in part. */
    public record Waived(OpenClaim claim, Money part) {
    }

    private Accrual() {
    }

    /**
     * The steps from what was accrued to what is owed.
     *
     * @param through last day that the answer is for
     */
    public static List<Change> changes(InterestAnswer answer, InterestPolicy policy, Map<Part, Standing> standing, Money zero,
            LocalDate through) {
        Map<Part, Money> targets = targets(answer, policy, zero);
        Set<Part> parts = new LinkedHashSet<>(targets.keySet());
        parts.addAll(standing.keySet());
        Standing nothing = new Standing(zero, 0);
        List<Change> all = parts.stream().map(part -> {
            Standing before = standing.getOrDefault(part, nothing);
            return new Change(part, before.steps() + 1, targets.getOrDefault(part, zero).minus(before.amount()),
                    day(part, answer, through));
        }).filter(change -> !change.by().isZero()).toList();
        return isSmall(all, policy, zero) ? all.stream().filter(change -> change.part().kind() != ClaimKind.INTEREST).toList() : all;
    }

    private static Map<Part, Money> targets(InterestAnswer answer, InterestPolicy policy, Money zero) {
        Map<Part, Money> targets = new LinkedHashMap<>();
        targets.put(FIXED_SUM, policy.fixedSum() ? answer.fixedSum().orElse(zero) : zero);
        answer.months().forEach((month, interest) ->
                targets.put(new Part(ClaimKind.INTEREST, month.getYear() * 100 + month.getMonthValue()), interest));
        return targets;
    }

    /** Whether all that interest grows by is less than a step. What is to be taken back is never too small. */
    private static boolean isSmall(List<Change> changes, InterestPolicy policy, Money zero) {
        Money more = changes.stream().filter(change -> change.part().kind() == ClaimKind.INTEREST).map(Change::by)
                .reduce(zero, Money::plus);
        return more.isPositive() && more.toDecimal().compareTo(policy.smallest()) < 0;
    }

    /** Interest is booked in its own month; the fixed sum on the first day of delay. */
    private static LocalDate day(Part part, InterestAnswer answer, LocalDate through) {
        if (part.kind() == ClaimKind.FEE) {
            return answer.firstDay().orElse(through);
        }
        LocalDate last = YearMonth.of(part.period() / 100, part.period() % 100).atEndOfMonth();
        return last.isBefore(through) ? last : through;
    }

    /**
     * Dr receivables, Cr interest or late fees, or the mirror of it.
     *
     * @param claim  that the step makes or changes
     * @param amount negative where it takes back
     */
    public static Posting posting(Change change, ClaimId claim, Late late, Money amount) {
        long invoice = late.invoice().value();
        long customer = late.customer().value();
        boolean fee = change.part().kind() == ClaimKind.FEE;
        return new Posting(Posting.key(CAUSE, Long.toString(invoice), change.part().kind().name(), Integer.toString(change.part().period()),
                Integer.toString(change.number())), new Cause(CAUSE, invoice), change.through(),
                (fee ? "Fixed sum for late payment of invoice " : "Interest on invoice ") + late.number(),
                List.of(new PostingLine(AccountRole.RECEIVABLES, amount, Dimension.ofClaim(customer, invoice, claim.value())),
                        new PostingLine(income(change.part().kind()), amount.negated(), Dimension.ofInvoice(customer, invoice))));
    }

    /** Dr interest or late fees, Cr receivables, claim by claim. @param id of the waiver */
    public static Posting waived(long id, List<Waived> parts, LocalDate day) {
        List<PostingLine> lines = new ArrayList<>();
        for (Waived waived : parts) {
            OpenClaim claim = waived.claim();
            long customer = claim.customer().value();
            long invoice = claim.invoice().value();
            lines.add(PostingLine.debit(income(claim.kind()), waived.part(), Dimension.ofInvoice(customer, invoice)));
            lines.add(PostingLine.credit(AccountRole.RECEIVABLES, waived.part(),
                    Dimension.ofClaim(customer, invoice, claim.id().value())));
        }
        return new Posting(Posting.key(WAIVER, Long.toString(id)), new Cause(WAIVER, id), day, "Interest or fixed sum waived", lines);
    }

    private static AccountRole income(ClaimKind kind) {
        return kind == ClaimKind.FEE ? AccountRole.LATE_FEES : AccountRole.LATE_INTEREST;
    }

    /** What can be waived, in the order in which it is: fixed sums first, then interest, each the oldest first. */
    public static List<OpenClaim> late(List<OpenClaim> all) {
        List<OpenClaim> ordered = new ArrayList<>(all.stream().filter(claim -> claim.kind() == ClaimKind.FEE).toList());
        all.stream().filter(claim -> claim.kind() == ClaimKind.INTEREST).forEach(ordered::add);
        return ordered;
    }
}
