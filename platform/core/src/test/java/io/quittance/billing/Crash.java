package io.quittance.billing;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.billing.boundary.BillingWork;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;

/** A boundary of tests: the process dies inside of a group, after its last statement and before the commit. */
@Boundary
public class Crash {

    @Inject
    BillingWork work;

    @Requires(Permission.SYSTEM)
    public void inside(int group) {
        work.group(group);
        throw new IllegalStateException("injected fault");
    }
}
