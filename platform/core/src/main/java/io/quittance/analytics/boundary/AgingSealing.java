package io.quittance.analytics.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.analytics.control.AgingKeeper;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.CurrentTenant;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** The units of work that keep the sums behind the aging of claims. Whoever posts never waits for them. */
@Boundary
public class AgingSealing {

    @Inject
    AgingKeeper keeper;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    /** @param complete an epoch of which, and of all before, every posting has been committed */
    @Requires(Permission.SYSTEM)
    public void advance(long complete) {
        keeper.advance(complete);
    }

    /** Makes the sums again from the journal, whatever they were. */
    @Requires(Permission.SYSTEM)
    public void rebuild(long complete) {
        keeper.rebuild(complete);
    }

    /**
     * Whether the sums and what was posted since are, to the cent, what every claim says: reads all open claims.
     *
     * @return empty when that could not be told because somebody was posting all the while
     */
    @Requires(Permission.SYSTEM)
    public Optional<Boolean> isRight() {
        return keeper.isRight(tenant.get().today(clock));
    }
}
