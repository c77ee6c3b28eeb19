package io.quittance.plugin;

import java.util.Objects;

/** Event inside the unit that changes it: a tenant enabled a plugin, disabled it, or changed its settings. Names no value. */
public record InstallationChanged(InstallationId installation, PluginId plugin, Change change) {

    /** What was done. */
    public enum Change { ENABLED, SETTINGS_CHANGED, DISABLED }

    public InstallationChanged {
        Objects.requireNonNull(installation, "installation");
        Objects.requireNonNull(plugin, "plugin");
        Objects.requireNonNull(change, "change");
    }
}
