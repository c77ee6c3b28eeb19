package io.quittance.recurring;

import io.quittance.invoice.InvoiceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a day of a schedule brought about.
 *
 * @param invoice empty when the draft was refused
 * @param note    why it was not drafted, or is a draft and not issued; empty when all went well
 */
public record Occurrence(ScheduleId schedule, LocalDate day, Optional<InvoiceId> invoice, boolean issued, String note, Instant madeAt) {
}
