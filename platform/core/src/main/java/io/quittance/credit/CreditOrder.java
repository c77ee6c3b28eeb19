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
 * @param cancel     whether the invoice is cancelled by it: all of it is credited, and money must not have come in for it
 */
public record CreditOrder(String key, InvoiceId invoice, CreditScope scope, List<LineCredit> lines, List<CategoryCredit> categories,
        String reason, boolean mail, boolean cancel) {

    public CreditOrder {
        lines = List.copyOf(lines);
        categories = List.copyOf(categories);
        reason = reason == null ? "" : reason.strip();
    }

    /** One that leaves the invoice standing. */
    public CreditOrder(String key, InvoiceId invoice, CreditScope scope, List<LineCredit> lines, List<CategoryCredit> categories,
            String reason, boolean mail) {
        this(key, invoice, scope, lines, categories, reason, mail, false);
    }

    /** All of an invoice that should not have been issued. */
    public static CreditOrder cancellation(String key, InvoiceId invoice, String reason, boolean mail) {
        return new CreditOrder(key, invoice, CreditScope.WHOLE, List.of(), List.of(), reason, mail, true);
    }

    /** All that was not credited before. */
    public static CreditOrder whole(String key, InvoiceId invoice, String reason) {
        return new CreditOrder(key, invoice, CreditScope.WHOLE, List.of(), List.of(), reason, false);
    }
}
