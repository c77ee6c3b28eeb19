package io.quittance.order;

import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one account of a channel behaves.
 *
 * @param name     for people, unique
 * @param zone     in which days are read that come without one
 * @param options  what only this kind of channel knows, such as a shop's domain or the mapping of columns; never a secret
 */
public record ChannelSettings(String name, Acceptance acceptance, ZoneId zone, UnknownBuyer unknownBuyers, Map<String, String> options) {

    public ChannelSettings {
        name = name == null ? "" : name.strip();
        options = Map.copyOf(options);
    }

    /** Empty when it is not set. */
    public String option(String key) {
        return options.getOrDefault(key, "");
    }

    /** The same with one option set. */
    public ChannelSettings with(String key, String value) {
        Map<String, String> changed = new TreeMap<>(options);
        changed.put(key, value);
        return new ChannelSettings(name, acceptance, zone, unknownBuyers, changed);
    }
}
