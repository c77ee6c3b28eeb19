package io.quittance.fourway.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.fourway.GapChanges;
import io.quittance.fourway.control.Comparison;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;

/** Compares what the four say now, and keeps what does not agree. */
@Boundary
public class FourWayRun {

    @Inject
    Comparison comparison;

    @Requires({Permission.SYSTEM, Permission.RECONCILIATION_RUN})
    public GapChanges compare() {
        return comparison.run();
    }
}
