package io.quittance.tenancy.control;

import io.quittance.access.Permissions;
import io.quittance.tenancy.PlatformUnit;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Behind every {@link io.quittance.tenancy.PlatformBoundary}: permission, transaction on the platform schema. */
@PlatformUnit
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class PlatformUnitInterceptor {

    @Inject
    Permissions permissions;
    @Inject
    TenantDatabases databases;

    @AroundInvoke
    Object enter(InvocationContext call) throws Exception {
        if (!Units.PLATFORM.isOpen()) {
            permissions.check(call.getMethod());
            if (Units.TENANT.isOpen()) {
                throw new IllegalStateException("a tenant unit is open: a platform unit cannot nest in it");
            }
        }
        return Units.PLATFORM.within(call, databases::platform);
    }
}
