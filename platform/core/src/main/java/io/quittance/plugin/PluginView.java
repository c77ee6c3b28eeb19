package io.quittance.plugin;

import java.util.Objects;
import java.util.Optional;

/** A plugin as a tenant sees it: what is installed, and the tenant's own use of it. */
public record PluginView(InstalledPlugin plugin, Optional<Installation> installation) {

    public PluginView {
        Objects.requireNonNull(plugin, "plugin");
        Objects.requireNonNull(installation, "installation");
    }

    public boolean isEnabled() {
        return installation.map(Installation::enabled).orElse(false);
    }
}
