package io.quittance.plugin;

import io.quittance.tenancy.TenantId;

/** Where a webhook belongs, as its address claims; only a signature made with the installation's own secret proves it. */
public record GatewayRoute(InstallationId installation, TenantId tenant, PluginId plugin) {
}
