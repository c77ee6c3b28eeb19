package io.quittance.web.operation;

import io.quittance.tenancy.boundary.TenantDirectory;
import io.quittance.web.door.Readiness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Ready means: every schema is at this build's version, and the database answers. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {

    @Inject
    Readiness schemas;
    @Inject
    TenantDirectory directory;

    @Override
    public HealthCheckResponse call() {
        boolean upgraded = schemas.isReady();
        return HealthCheckResponse.named("database").status(upgraded && answers()).withData("schemas", upgraded ? "current" : "upgrading")
                .build();
    }

    private boolean answers() {
        try {
            directory.all();
            return true;
        } catch (RuntimeException away) {
            // Whatever the driver or the pool throws means the same here, and the check says so.
            return false;
        }
    }
}
