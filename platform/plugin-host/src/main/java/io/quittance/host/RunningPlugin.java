package io.quittance.host;

import io.quittance.plugin.InstalledPlugin;
import io.quittance.plugin.PluginHealth;
import io.quittance.plugin.PluginHealth.State;
import io.quittance.spi.Extension;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A loaded plugin with its extension.
 *
 * @param archive   our private copy, which was checked and loaded
 * @param described what is known of it, as of its start
 */
record RunningPlugin(Path archive, Extension extension, Guard guard, InstalledPlugin described, Instant startedAt) {

    InstalledPlugin now() {
        return new InstalledPlugin(described.id(), described.version(), described.name(), described.publisher(), described.sha256(),
            described.capabilities(), described.hosts(), described.form(), health());
    }

    private PluginHealth health() {
        if (guard.isClosed()) {
            return new PluginHealth(State.STOPPING, startedAt, "waits for its calls to come back");
        }
        Breaker breaker = guard.breaker();
        return breaker.trippedAt().map(since -> new PluginHealth(State.TRIPPED, since, breaker.lastFailure()))
            .orElseGet(() -> new PluginHealth(State.RUNNING, startedAt, ""));
    }
}
