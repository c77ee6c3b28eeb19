package io.quittance.notification.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.notification.OutboxState;
import io.quittance.notification.control.PlatformMailRows;
import io.quittance.tenancy.PlatformBoundary;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** The units of work around one mail of the platform. The worker's, nobody else's. */
@PlatformBoundary
public class PlatformMailDelivery {

    @Inject
    PlatformMailRows rows;

    @Requires(Permission.SYSTEM)
    public Optional<PlatformMailRows.Claimed> claim() {
        return rows.claim();
    }

    @Requires(Permission.SYSTEM)
    public void finished(long id, OutboxState state, String note) {
        rows.finish(id, state, note);
    }

    /** It was not tried after all. */
    @Requires(Permission.SYSTEM)
    public void putBack(long id, Instant next) {
        rows.putBack(id, next);
    }

    @Requires(Permission.SYSTEM)
    public void putOff(long id, Instant next, String note) {
        rows.postpone(id, next, note);
    }
}
