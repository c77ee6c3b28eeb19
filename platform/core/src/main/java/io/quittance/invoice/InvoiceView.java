package io.quittance.invoice;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An invoice in full.
 *
 * @param row              the same figures that the list shows
 * @param seller           of a draft: as it would be named today
 * @param paymentReference what the payer is asked to give, empty for a draft
 * @param language         of the document
 * @param due              empty for a draft without a due date
 * @param holds            what keeps it from being collected
 */
public record InvoiceView(
        InvoiceRow row,
        Seller seller,
        Party buyer,
        InvoiceTotals totals,
        List<ClaimView> claims,
        String paymentReference,
        String buyerReference,
        String notes,
        Locale language,
        Optional<DueDate> due,
        List<Hold> holds,
        Optional<Instant> issuedAt,
        Optional<Instant> sentAt,
        Optional<Instant> viewedAt) {

    public InvoiceId id() {
        return row.id();
    }
}
