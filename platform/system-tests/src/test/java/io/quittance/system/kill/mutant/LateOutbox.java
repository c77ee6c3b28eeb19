package io.quittance.system.kill.mutant;

import io.quittance.access.Actor;
import io.quittance.notification.OutboxRequest;
import io.quittance.notification.control.OutboxRows;
import io.quittance.tenancy.AfterCommit;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Specializes;
import jakarta.inject.Inject;

/** Writes down what is to be said only after the commit of what it is about. */
@Specializes
@ApplicationScoped
public class LateOutbox extends OutboxRows {

    @Inject
    AfterCommit afterCommit;
    @Inject
    LaterTenantUnit unit;
    @Inject
    CurrentTenant current;

    @Override
    public boolean add(OutboxRequest request) {
        Tenant tenant = current.get();
        afterCommit.run(() -> Later.run(() -> TenantScope.run(tenant, new Actor.Job("late"), () -> unit.run(() -> super.add(request)))));
        return true;
    }
}
