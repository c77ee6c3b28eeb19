package io.quittance.alert.boundary;

import io.quittance.Fault;
import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.alert.AlertPolicy;
import io.quittance.alert.AlertRow;
import io.quittance.alert.control.AlertKeeper;
import io.quittance.alert.control.AlertReading;
import io.quittance.alert.control.AlertStore;
import io.quittance.alert.control.PolicyCheck;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.List;

/** Alerts as a person reads them: those about things that the person may see. */
@Boundary
public class Alerts {

    @Inject
    AlertReading reading;
    @Inject
    AlertStore store;
    @Inject
    AlertKeeper keeper;
    @Inject
    PolicyCheck check;

    /** Newest first. */
    @Requires({Permission.PAYMENT_READ, Permission.RECONCILIATION_READ, Permission.INVOICE_READ})
    public Page<AlertRow> page(int offset, int limit) {
        return reading.page(offset, limit);
    }

    /** How many came since this person has read them. */
    @Requires({Permission.PAYMENT_READ, Permission.RECONCILIATION_READ, Permission.INVOICE_READ})
    public long unread() {
        return reading.unread();
    }

    /** The newest that this person has read; zero for none. */
    @Requires({Permission.PAYMENT_READ, Permission.RECONCILIATION_READ, Permission.INVOICE_READ})
    public long seen() {
        return store.seen();
    }

    /** This person has read all of them. */
    @Requires({Permission.PAYMENT_READ, Permission.RECONCILIATION_READ, Permission.INVOICE_READ})
    public void markSeen() {
        store.markSeen();
    }

    @Requires(Permission.SETTINGS_READ)
    public AlertPolicy policy() {
        return keeper.policy();
    }

    /** @return why it was refused, each with the kind and the part it is about; empty when it was changed */
    @Requires(Permission.SETTINGS_WRITE)
    public List<Fault> change(AlertPolicy wanted) {
        return check.change(wanted);
    }
}
