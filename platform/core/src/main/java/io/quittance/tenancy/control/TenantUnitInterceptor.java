package io.quittance.tenancy.control;

import io.quittance.access.Permissions;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TenantUnit;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Behind every {@link io.quittance.tenancy.Boundary}: permission, tenant, transaction. */
@TenantUnit
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class TenantUnitInterceptor {

    @Inject
    CurrentTenant tenant;
    @Inject
    Permissions permissions;
    @Inject
    TenantDatabases databases;

    @AroundInvoke
    Object enter(InvocationContext call) throws Exception {
        if (!Units.TENANT.isOpen()) {
            permissions.check(call.getMethod());
            tenant.get();
            if (Units.PLATFORM.isOpen()) {
                throw new IllegalStateException("a platform unit is open: a tenant unit cannot nest in it");
            }
        }
        return Units.TENANT.within(call, databases::tenants);
    }
}
