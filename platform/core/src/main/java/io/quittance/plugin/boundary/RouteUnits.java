package io.quittance.plugin.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.plugin.GatewayRoute;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.control.RouteRows;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.PlatformBoundary;
import io.quittance.tenancy.TenantId;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads and writes routes, each call a unit of work on the platform schema. */
@PlatformBoundary
class RouteUnits {

    @Inject
    RouteRows rows;
    @Inject
    CurrentTenant tenant;

    @Requires(Permission.SYSTEM)
    public Optional<GatewayRoute> find(InstallationId installation) {
        return rows.find(installation);
    }

    /** The installation that stands for the plugin at the current tenant; the same at each call, made at the first. */
    @Requires(Permission.GATEWAY_MANAGE)
    public InstallationId route(PluginId plugin) {
        TenantId owner = tenant.get().id();
        return rows.find(owner, plugin).map(GatewayRoute::installation).orElseGet(() -> {
            InstallationId fresh = InstallationId.random();
            rows.add(new GatewayRoute(fresh, owner, plugin));
            return fresh;
        });
    }
}
