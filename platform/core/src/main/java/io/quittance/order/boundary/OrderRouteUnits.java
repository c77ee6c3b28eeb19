package io.quittance.order.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.order.ChannelId;
import io.quittance.order.OrderRoute;
import io.quittance.order.control.OrderRouteRows;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.PlatformBoundary;
import io.quittance.tenancy.TenantId;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads and writes routes, each call a unit of work on the platform schema. */
@PlatformBoundary
class OrderRouteUnits {

    @Inject
    OrderRouteRows rows;
    @Inject
    CurrentTenant tenant;

    @Requires(Permission.SYSTEM)
    public Optional<OrderRoute> find(String token) {
        return rows.find(token);
    }

    /** The same at each call, made at the first. */
    @Requires(Permission.SETTINGS_WRITE)
    public OrderRoute route(ChannelId channel) {
        TenantId owner = tenant.get().id();
        return rows.find(owner, channel).orElseGet(() -> {
            rows.add(OrderRoute.fresh(owner, channel));
            return rows.find(owner, channel).orElseThrow();
        });
    }
}
