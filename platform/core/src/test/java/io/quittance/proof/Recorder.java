package io.quittance.proof;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.Map;

/** Units of work that record events, and take their time to commit if they are told to. */
@Boundary
public class Recorder {

    @Inject
    AuditTrail audit;

    @Requires(Permission.SYSTEM)
    public void record(String action, int events, Runnable beforeTheCommit) {
        for (int i = 0; i < events; i++) {
            audit.record(action, "customer", i, null, Map.of("name", "Müller \"" + i + "\""));
        }
        beforeTheCommit.run();
    }
}
