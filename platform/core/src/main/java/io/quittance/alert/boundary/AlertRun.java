package io.quittance.alert.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.alert.AlertPolicy;
import io.quittance.alert.AlertRow;
import io.quittance.alert.control.AlertKeeper;
import io.quittance.alert.control.AlertReading;
import io.quittance.alert.control.AlertScan;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.List;

/** Finds what people are to be told, and says what a message tells. The job's, nobody else's. */
@Boundary
public class AlertRun {

    @Inject
    AlertScan scan;
    @Inject
    AlertKeeper keeper;
    @Inject
    AlertReading reading;

    /** Looks at payments that changed since the last look. Safe to repeat. @return whether there is more to look at */
    @Requires(Permission.SYSTEM)
    public boolean payments() {
        return scan.payments();
    }

    /** Looks at invoices whose due day has ended. Safe to repeat. */
    @Requires(Permission.SYSTEM)
    public void invoices() {
        scan.invoices();
    }

    /** What a message tells, oldest first. */
    @Requires(Permission.SYSTEM)
    public List<AlertRow> toldBy(String message) {
        return reading.toldBy(message);
    }

    @Requires(Permission.SYSTEM)
    public AlertPolicy policy() {
        return keeper.policy();
    }
}
