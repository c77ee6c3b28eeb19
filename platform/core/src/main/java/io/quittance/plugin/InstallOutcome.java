package io.quittance.plugin;

import java.util.Objects;

/** What became of an attempt to install a plugin. A refusal has loaded no class that stays, and changed nothing. */
public sealed interface InstallOutcome {

    record Installed(InstalledPlugin plugin) implements InstallOutcome {
        public Installed {
            Objects.requireNonNull(plugin, "plugin");
        }
    }

    /** @param detail what was found, for the person who tried */
    record Refused(Refusal reason, String detail) implements InstallOutcome {
        public Refused {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(detail, "detail");
        }
    }
}
