package io.quittance.writeoff;

import io.quittance.invoice.InvoiceId;
import io.quittance.spi.money.Money;

/**
 * A wish to write off a part of what is open of an invoice, or all of it.
 *
 * @param key    chosen by the caller, new for each write-off: the same key is written off once; 1 to 64 characters
 * @param amount positive, in the invoice's currency, at most what is open
 * @param note   what people should know later; may be empty
 */
public record WriteOffOrder(String key, InvoiceId invoice, Money amount, WriteOffReason reason, String note) {

    public WriteOffOrder {
        note = note == null ? "" : note.strip();
    }
}
