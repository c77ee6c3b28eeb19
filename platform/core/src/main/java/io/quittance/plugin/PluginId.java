package io.quittance.plugin;

/**
 * A plugin's name, chosen by its author, equal to the id of its extension.
 *
 * @param value lower-case letters, digits and single hyphens, at most 64 characters
 */
public record PluginId(String value) {

    public PluginId {
        if (value.length() > 64 || !value.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                "a plugin id has up to 64 lower-case letters, digits and hyphens, not '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
