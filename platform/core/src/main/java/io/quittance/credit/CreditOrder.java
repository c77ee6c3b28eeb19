package io.quittance.credit;

import io.quittance.invoice.InvoiceId;
import java.util.List;

/**
 * A wish to credit an invoice.
 *
 * @param key        chosen by the caller, new for each credit note: the same key is issued once; 1 to 64 characters
 * @param lines      with the scope {@link CreditScope#LINES} only
 * @param categories with the scope {@link CreditScope#CATEGORIES} only
 * @param reason     stands on the document
 * @param mail       whether to send it to the customer
 */
public record CreditOrder(String key, InvoiceId invoice, CreditScope scope, List<LineCredit> lines, List<CategoryCredit> categories,
        String reason, boolean mail) {

    public CreditOrder {
        lines = List.copyOf(lines);
        categories = List.copyOf(categories);
        reason = reason == null ? "" : reason.strip();
    }

    /** All that was not credited before. */
    public static CreditOrder whole(String key, InvoiceId invoice, String reason) {
        return new CreditOrder(key, invoice, CreditScope.WHOLE, List.of(), List.of(), reason, false);
    }
}
