package io.quittance.system.kill.mutant;

import io.quittance.access.Actor;
import io.quittance.intake.control.InboxRows;
import io.quittance.intake.entity.KeptDelivery;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Specializes;
import jakarta.inject.Inject;

/** Says that a delivery is kept, and keeps it a moment later. */
@Specializes
@ApplicationScoped
public class HastyInbox extends InboxRows {

    @Inject
    LaterPlatformUnit unit;
    @Inject
    CurrentTenant current;

    @Override
    public boolean insert(KeptDelivery delivery) {
        Tenant tenant = current.get();
        Later.run(() -> TenantScope.run(tenant, new Actor.Job("hasty"), () -> unit.run(() -> super.insert(delivery))));
        return true;
    }
}
