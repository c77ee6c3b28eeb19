package io.quittance.web.dunning;

import io.quittance.dunning.DunningTone;
import io.quittance.dunning.ReminderRow;
import io.quittance.notification.OutboxState;
import java.time.LocalDate;

/** A reminder of one invoice. */
public record ReminderJson(String invoice, String step, DunningTone tone, LocalDate day, OutboxState state, String note) {

    /** As the feature says it. */
    public static ReminderJson of(ReminderRow row) {
        return new ReminderJson(row.invoice().toString(), row.step(), row.tone(), row.day(), row.state(), row.note());
    }
}
