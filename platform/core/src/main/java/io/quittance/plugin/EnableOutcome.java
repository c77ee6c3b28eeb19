package io.quittance.plugin;

import io.quittance.spi.settings.SettingsFault;
import java.util.List;
import java.util.Objects;

/** What became of the wish to enable a plugin or to change its settings. A refusal has changed nothing. */
public sealed interface EnableOutcome {

    record Enabled(InstallationId installation) implements EnableOutcome {
        public Enabled {
            Objects.requireNonNull(installation, "installation");
        }
    }

    /** @param faults field, value and remedy of each, in the order of the form */
    record SettingsRefused(List<SettingsFault> faults) implements EnableOutcome {
        public SettingsRefused {
            faults = List.copyOf(faults);
        }
    }

    record NotInstalled(PluginId plugin) implements EnableOutcome {
        public NotInstalled {
            Objects.requireNonNull(plugin, "plugin");
        }
    }
}
