package io.quittance.web.operation;

import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.intake.boundary.InboxAge;
import io.quittance.web.door.Readiness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** How long the oldest webhook has been waiting. Always up: a node with a backlog must not lose its traffic as well. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class InboxCheck implements HealthCheck {

    private static final Actor JOB = new Actor.Job("health");
    private static final long UNKNOWN = -1;

    @Inject
    InboxAge inbox;
    @Inject
    Readiness schemas;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("inbox").up().withData("oldestSeconds", oldestSeconds()).build();
    }

    /** -1 while the database does not answer. */
    long oldestSeconds() {
        if (!schemas.isReady()) {
            return UNKNOWN;
        }
        try {
            return CurrentActor.run(JOB, inbox::oldest).toSeconds();
        } catch (RuntimeException away) {
            // The check of the database says that it is away; this one only has no figure then.
            return UNKNOWN;
        }
    }
}
