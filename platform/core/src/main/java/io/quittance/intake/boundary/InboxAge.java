package io.quittance.intake.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.intake.control.InboxQueries;
import io.quittance.tenancy.PlatformBoundary;
import jakarta.inject.Inject;
import java.time.Duration;

/** Tells those who run a node whether gateways' news is being worked on. */
@PlatformBoundary
public class InboxAge {

    @Inject
    InboxQueries queries;

    /** How long the oldest delivery has been waiting to be applied; zero when none is. */
    @Requires({Permission.SYSTEM, Permission.PLATFORM_READ})
    public Duration oldest() {
        return queries.oldestWaiting();
    }
}
