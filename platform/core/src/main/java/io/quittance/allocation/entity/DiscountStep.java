package io.quittance.allocation.entity;

import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.ledger.AccountRole;
import io.quittance.ledger.Cause;
import io.quittance.ledger.Dimension;
import io.quittance.ledger.Posting;
import io.quittance.ledger.PostingLine;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something granted for early payment, or taken back.
 *
 * @param claim       that it settles
 * @param amount      negative where it takes back
 * @param day         on which it is booked, a civil day in the tenant's zone
 * @param corrections of tax, with the signs of the amount
 */
public record DiscountStep(long id, InvoiceId invoice, ClaimId claim, Money amount, LocalDate day,
        List<EarlyPaymentRule.Correction> corrections) {

    /** Type of the cause that entries of discounts name. */
    public static final String CAUSE = "discount";

    public DiscountStep {
        corrections = List.copyOf(corrections);
    }

    /** What stands of an invoice: the sum of its steps. @param last the step that granted it */
    public record Standing(Money amount, int steps, Optional<DiscountStep> last) {
    }

    /** The step that takes this one back. */
    public DiscountStep mirrored(long newId, LocalDate today) {
        return new DiscountStep(newId, invoice, claim, amount.negated(), today, corrections.stream().map(correction ->
                new EarlyPaymentRule.Correction(correction.rate(), correction.net().negated(), correction.tax().negated())).toList());
    }

    /** Dr discounts, Dr tax by rate, Cr receivables, or the mirror of it. @param settled the claim that it names */
    public Posting posting(OpenClaim settled) {
        long customer = settled.customer().value();
        Dimension ofInvoice = Dimension.ofInvoice(customer, invoice.value());
        Money tax = corrections.stream().map(EarlyPaymentRule.Correction::tax).reduce(Money.zero(amount.currency()), Money::plus);
        List<PostingLine> lines = new ArrayList<>();
        add(lines, AccountRole.DISCOUNTS, amount.minus(tax), ofInvoice);
        add(lines, AccountRole.TAX_PAYABLE, tax, ofInvoice);
        add(lines, AccountRole.RECEIVABLES, amount.negated(), Dimension.ofClaim(customer, invoice.value(), claim.value()));
        String description = amount.isPositive() ? "Early-payment discount" : "Early-payment discount taken back";
        return new Posting(Posting.key(CAUSE, Long.toString(id)), new Cause(CAUSE, id), day,
                description + ", invoice " + settled.number(), lines);
    }

    private static void add(List<PostingLine> lines, AccountRole account, Money amount, Dimension dimension) {
        if (!amount.isZero()) {
            lines.add(new PostingLine(account, amount, dimension));
        }
    }
}
