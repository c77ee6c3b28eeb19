package io.quittance.dunning.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.dunning.DunningLadder;
import io.quittance.dunning.ReminderRow;
import io.quittance.invoice.InvoiceId;
import io.quittance.tenancy.Boundary;
import java.util.List;

/** The tenant's ladder and what was done by it. */
@Boundary
public class Dunning {

    @Requires(Permission.REMINDER_READ)
    public DunningLadder ladder() {
        throw new UnsupportedOperationException();
    }

    @Requires(Permission.REMINDER_WRITE)
    public void change(DunningLadder ladder) {
        throw new UnsupportedOperationException();
    }

    /** The reminders of one invoice, oldest first. */
    @Requires(Permission.REMINDER_READ)
    public List<ReminderRow> of(InvoiceId invoice) {
        throw new UnsupportedOperationException();
    }
}
