package io.quittance.web.recurring;

import io.quittance.recurring.RecurringMode;
import io.quittance.web.invoice.InvoiceInput;
import java.util.Optional;

/**
 * A schedule as it is to become.
 *
 * @param invoice without dates; {period_start} and {period_end} in its texts become the days that an invoice is for
 * @param mode    DRAFT by default
 */
public record ScheduleInput(String name, InvoiceInput invoice, RecurrenceInput recurrence, Optional<RecurringMode> mode) {
}
