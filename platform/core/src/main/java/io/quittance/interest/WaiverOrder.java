package io.quittance.interest;

import io.quittance.invoice.InvoiceId;
import io.quittance.spi.money.Money;

/**
 * A wish to do without interest or a fixed sum that is open.
 *
 * @param key    chosen by the caller, new for each waiver: the same key is waived once; 1 to 64 characters
 * @param amount positive, at most what of fees and interest is open
 * @param reason what people should know later
 */
public record WaiverOrder(String key, InvoiceId invoice, Money amount, String reason) {

    public WaiverOrder {
        reason = reason == null ? "" : reason.strip();
    }
}
