package io.quittance.dunning;

import io.quittance.invoice.InvoiceId;
import io.quittance.notification.OutboxState;
import java.time.LocalDate;

/**
 * A reminder of one invoice.
 *
 * @param day  civil day it was due to go out
 * @param note why it was withdrawn or failed; may be empty
 */
public record ReminderRow(InvoiceId invoice, String step, DunningTone tone, LocalDate day, OutboxState state, String note) {
}
