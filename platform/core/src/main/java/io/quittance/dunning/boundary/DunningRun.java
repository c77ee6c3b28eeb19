package io.quittance.dunning.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.dunning.DunningLadder;
import io.quittance.dunning.DunningSchedule;
import io.quittance.dunning.DunningStep;
import io.quittance.dunning.control.LadderStore;
import io.quittance.dunning.control.ReminderMail;
import io.quittance.dunning.control.ReminderRows;
import io.quittance.invoice.DueInvoice;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.notification.OutboxRequest;
import io.quittance.notification.boundary.Outbox;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.CurrentTenant;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The daily run of the ladder. The job's, nobody else's. */
@Boundary
public class DunningRun {

    /** Decided in one unit; what is left is decided in the next. */
    private static final int MOST_PER_UNIT = 200;

    @Inject
    LadderStore ladders;
    @Inject
    ReminderRows reminders;
    @Inject
    InvoiceList invoices;
    @Inject
    Outbox outbox;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    @Requires(Permission.SYSTEM)
    public DunningSchedule schedule() {
        return new DunningSchedule(ladders.read(), tenant.get().zone());
    }

    /**
     * Decides whom to remind today and puts the reminders into the outbox. Whoever was reminded today, or by that step
     * of the same due date, is left alone: the run can be repeated at will.
     *
     * @return how many were decided; call again until none is
     */
    @Requires(Permission.SYSTEM)
    public int decide() {
        DunningLadder ladder = ladders.read();
        if (!ladder.active()) {
            return 0;
        }
        LocalDate today = tenant.get().today(clock);
        int decided = 0;
        // The latest step first: after an outage only that one is sent, not every one that was missed.
        for (DunningStep step : ladder.steps().reversed()) {
            List<DueInvoice> due = invoices.collectable(step.firstDue(today), step.lastDue(today));
            Set<InvoiceId> done = reminders.done(due, step, today);
            List<DueInvoice> open = due.stream().filter(invoice -> !done.contains(invoice.id())).limit(MOST_PER_UNIT - decided).toList();
            open.forEach(invoice -> remind(invoice, step, today));
            decided += open.size();
        }
        return decided;
    }

    private void remind(DueInvoice invoice, DunningStep step, LocalDate today) {
        String key = ReminderMail.KIND + ":" + invoice.id() + ":" + step.code() + ":" + invoice.due();
        reminders.add(new ReminderRows.Decided(invoice.id(), step.code(), step.tone(), today, key), invoice.due());
        outbox.enqueue(OutboxRequest.now(ReminderMail.KIND, invoice.id().value(),
                Map.of("step", step.code(), "tone", step.tone().name(), "due", invoice.due().toString()), key));
    }
}
