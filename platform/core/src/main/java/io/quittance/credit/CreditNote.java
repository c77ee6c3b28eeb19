package io.quittance.credit;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.Party;
import io.quittance.invoice.Seller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A credit note as it was issued.
 *
 * @param invoiceNumber the invoice that it corrects (EN 16931, BT-25)
 * @param invoiceDate   when that was issued (BT-26)
 * @param totals        positive amounts take from the invoice's
 * @param issueDate     civil day in the tenant's zone
 * @param language      of the document
 * @param actor         as in the audit trail
 */
public record CreditNote(CreditNoteId id, InvoiceNumber number, InvoiceId invoice, InvoiceNumber invoiceNumber, LocalDate invoiceDate,
        CustomerId customer, Seller seller, Party buyer, InvoiceTotals totals, String reason, LocalDate issueDate, Locale language,
        boolean mailed, Instant issuedAt, String actor) {

    /** What kind of document it is. @see "EN 16931-1, BT-3; UNCL 1001, 381: credit note" */
    public static final String TYPE_CODE = "381";
}
