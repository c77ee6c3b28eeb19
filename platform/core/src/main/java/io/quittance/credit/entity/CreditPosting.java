package io.quittance.credit.entity;

import io.quittance.credit.CreditNote;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.ledger.AccountRole;
import io.quittance.ledger.Cause;
import io.quittance.ledger.Dimension;
import io.quittance.ledger.Posting;
import io.quittance.ledger.PostingLine;
import io.quittance.spi.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a credit note reads in the journal. Pure. */
public final class CreditPosting {

    /** Type of the cause that its entry names. */
    public static final String CAUSE = "credit-note";

    private CreditPosting() {
    }

    /**
     * Dr revenue, Dr tax payable, Dr rounding, Cr receivables by claim.
     *
     * @param credited what each claim gave; sums to the note's gross amount
     */
    public static Posting of(CreditNote note, Map<ClaimId, Money> credited) {
        CustomerId customer = note.customer();
        long invoice = note.invoice().value();
        Dimension ofInvoice = Dimension.ofInvoice(customer.value(), invoice);
        List<PostingLine> lines = new ArrayList<>();
        add(lines, AccountRole.REVENUE, note.totals().net(), ofInvoice);
        add(lines, AccountRole.TAX_PAYABLE, note.totals().tax(), ofInvoice);
        add(lines, AccountRole.ROUNDING, note.totals().rounding(), ofInvoice);
        credited.forEach((claim, amount) ->
                add(lines, AccountRole.RECEIVABLES, amount.negated(), Dimension.ofClaim(customer.value(), invoice, claim.value())));
        return new Posting(Posting.key(CAUSE, note.id().toString(), "issued"), new Cause(CAUSE, note.id().value()), note.issueDate(),
                "Credit note " + note.number() + " for invoice " + note.invoiceNumber(), lines);
    }

    private static void add(List<PostingLine> lines, AccountRole account, Money amount, Dimension dimension) {
        if (!amount.isZero()) {
            lines.add(new PostingLine(account, amount, dimension));
        }
    }
}
