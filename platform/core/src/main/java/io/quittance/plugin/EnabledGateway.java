package io.quittance.plugin;

import java.util.Objects;
import java.util.Set;

/** A gateway that the current tenant can be paid through right now. */
public record EnabledGateway(InstallationId installation, PluginId plugin, String name, Set<Capability> capabilities) {

    public EnabledGateway {
        Objects.requireNonNull(installation, "installation");
        Objects.requireNonNull(plugin, "plugin");
        Objects.requireNonNull(name, "name");
        capabilities = Set.copyOf(capabilities);
    }
}
