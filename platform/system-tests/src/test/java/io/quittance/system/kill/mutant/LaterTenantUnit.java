package io.quittance.system.kill.mutant;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.tenancy.Boundary;

/** A unit of work of its own. */
@Boundary
public class LaterTenantUnit {

    @Requires(Permission.SYSTEM)
    public void run(Runnable work) {
        work.run();
    }
}
