package io.quittance.system.kill.mutant;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.tenancy.PlatformBoundary;

/** A unit of work of its own. */
@PlatformBoundary
public class LaterPlatformUnit {

    @Requires(Permission.SYSTEM)
    public void run(Runnable work) {
        work.run();
    }
}
