package io.quittance.recurring;

import io.quittance.invoice.DraftInvoice;

/**
 * What a tenant says about a schedule.
 *
 * @param name     for its own people, such as {@code Hosting Miller}
 * @param template the invoice to be, without dates; <code>{period_start}</code> and <code>{period_end}</code> in its texts
 *                 become the days that an invoice is for
 */
public record ScheduleDetails(String name, DraftInvoice template, Recurrence recurrence, RecurringMode mode) {

    public ScheduleDetails {
        name = name == null ? "" : name.strip();
    }
}
