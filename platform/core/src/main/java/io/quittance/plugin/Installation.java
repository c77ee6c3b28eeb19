package io.quittance.plugin;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A tenant's use of a plugin.
 *
 * @param enabled     whether it takes new orders; what is under way is still followed when it is not
 * @param values      the settings that may be shown, by key
 * @param secretsKept keys of the secrets that are kept; their values are never shown
 * @param lastTest    what the last press of "Test" said
 */
public record Installation(InstallationId id, PluginId plugin, boolean enabled, Map<String, String> values,
                           Set<String> secretsKept, Instant changedAt, Optional<TestResult> lastTest) {

    public Installation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(plugin, "plugin");
        Objects.requireNonNull(changedAt, "changedAt");
        Objects.requireNonNull(lastTest, "lastTest");
        values = Map.copyOf(values);
        secretsKept = Set.copyOf(secretsKept);
    }
}
