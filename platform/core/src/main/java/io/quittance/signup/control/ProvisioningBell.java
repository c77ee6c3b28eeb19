package io.quittance.signup.control;

import io.quittance.access.Actor;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Doorbell;
import io.quittance.tenancy.DoorbellHandler;
import io.quittance.tenancy.ProvisioningOutcome;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantScope;
import io.quittance.tenancy.TenantStatus;
import io.quittance.tenancy.boundary.Provisioning;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * Provisioning in the background: a durable bell, so that any node takes it up, also after a crash, and a failed step is
 * tried again, later each time.
 */
@ApplicationScoped
public class ProvisioningBell implements DoorbellHandler {

    private static final String KIND = "provisioning";

    @Inject
    Doorbell doorbell;

    @Inject
    Provisioning provisioning;

    @Inject
    CurrentTenant tenant;

    public void ring(Tenant owner) {
        TenantScope.run(owner, new Actor.Job(KIND), () -> doorbell.ring(KIND));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Instant> answer() {
        if (tenant.get().status() == TenantStatus.PROVISIONING
                && provisioning.advance(tenant.get().id()) instanceof ProvisioningOutcome.Halted(
                        Tenant halted, String step, String error)) {
            throw new IllegalStateException("setting up " + halted.slug() + " halted at step " + step + ": " + error);
        }
        return Optional.empty();
    }
}
