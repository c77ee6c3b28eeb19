package io.quittance.allocation;

import io.quittance.invoice.InvoiceId;
import java.time.LocalDate;

/**
 * A wish to take money as if it had come in time.
 *
 * @param until  last civil day, in the zone of the contract, whose money counts
 * @param reason what people should know later; at most 400 characters
 */
public record Goodwill(InvoiceId invoice, LocalDate until, String reason) {

    public Goodwill {
        reason = reason == null ? "" : reason.strip();
    }
}
