package io.quittance.tenancy;

import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import java.lang.ScopedValue.CallableOp;

/** Binds a tenant and an actor to a piece of work, and to nothing else: other threads do not inherit them. */
public final class TenantScope {

    private TenantScope() {
    }

    /** @throws IllegalStateException when another tenant is already bound: a call serves one tenant from door to door */
    public static <R, X extends Throwable> R call(Tenant tenant, Actor actor, CallableOp<? extends R, X> work) throws X {
        if (CurrentTenant.BOUND.isBound() && !CurrentTenant.BOUND.get().id().equals(tenant.id())) {
            throw new IllegalStateException("tenant " + CurrentTenant.BOUND.get().id() + " is bound; cannot enter " + tenant.id());
        }
        return ScopedValue.where(CurrentTenant.BOUND, tenant)
                .call(() -> CurrentActor.<R, X>run(actor, work));
    }

    public static void run(Tenant tenant, Actor actor, Runnable work) {
        call(tenant, actor, () -> {
            work.run();
            return null;
        });
    }
}
