package io.quittance.plugin;

import java.time.Instant;
import java.util.Objects;

/**
 * How a plugin does.
 *
 * @param since  when it came into this state
 * @param detail why, one line; empty while all is well
 */
public record PluginHealth(State state, Instant since, String detail) {

    /** What may be expected of a plugin. */
    public enum State {
        RUNNING,
        /** Too many calls in a row broke; none is let through for a while, then one to try. */
        TRIPPED,
        /** It takes no new calls and stops when the last one has come back. */
        STOPPING
    }

    public PluginHealth {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(detail, "detail");
    }
}
