package io.quittance.intake.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.Map;

/** What the tenant's audit trail keeps of deliveries that did not simply pass. */
@Boundary
public class IntakeTrail {

    @Inject
    AuditTrail audit;

    @Requires(Permission.PAYMENT_INTAKE)
    public void forged(String installation, String reason) {
        audit.record("forged", "webhook", 0, null, Map.of("installation", installation, "reason", reason));
    }

    @Requires(Permission.DEAD_LETTER_REPLAY)
    public void replayed(long id, boolean corrected) {
        audit.record(corrected ? "corrected" : "replayed", "deadletter", id, null, null);
    }

    @Requires(Permission.DEAD_LETTER_REPLAY)
    public void discarded(long id, String reason) {
        audit.record("discarded", "deadletter", id, null, Map.of("reason", reason));
    }
}
