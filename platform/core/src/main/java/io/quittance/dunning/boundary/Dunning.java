package io.quittance.dunning.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.dunning.DunningLadder;
import io.quittance.dunning.ReminderRow;
import io.quittance.dunning.control.DunningJob;
import io.quittance.dunning.control.LadderStore;
import io.quittance.dunning.control.ReminderRows;
import io.quittance.invoice.InvoiceId;
import io.quittance.notification.OutboxRow;
import io.quittance.notification.OutboxState;
import io.quittance.notification.boundary.Outbox;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.Doorbell;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tenant's ladder and what was done by it. */
@Boundary
public class Dunning {

    @Inject
    LadderStore ladders;
    @Inject
    ReminderRows reminders;
    @Inject
    Outbox outbox;
    @Inject
    Doorbell bell;
    @Inject
    AuditTrail audit;

    @Requires(Permission.REMINDER_READ)
    public DunningLadder ladder() {
        return ladders.read();
    }

    @Requires(Permission.REMINDER_WRITE)
    public void change(DunningLadder ladder) {
        audit.record("changed", "dunning-ladder", 0, ladders.read(), ladder);
        ladders.write(ladder);
        bell.ring(DunningJob.BELL);
    }

    /** Makes the ladder of the blueprint the tenant's own and starts the daily run; safe to repeat. */
    @Requires(Permission.SYSTEM)
    public void ensure() {
        ladders.write(ladders.read());
        bell.ring(DunningJob.BELL);
    }

    /** The reminders of one invoice, oldest first. */
    @Requires(Permission.REMINDER_READ)
    public List<ReminderRow> of(InvoiceId invoice) {
        Map<String, OutboxRow> messages = outbox.about(invoice.value()).stream()
                .collect(Collectors.toMap(OutboxRow::key, Function.identity()));
        return reminders.of(invoice).stream().map(reminder -> row(reminder, messages.get(reminder.outboxKey()))).toList();
    }

    private static ReminderRow row(ReminderRows.Decided reminder, OutboxRow message) {
        OutboxState state = message == null ? OutboxState.WAITING : message.state();
        String note = message == null ? "" : message.note();
        return new ReminderRow(reminder.invoice(), reminder.step(), reminder.tone(), reminder.day(), state, note);
    }
}
