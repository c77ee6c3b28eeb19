package io.quittance.plugin;

import io.quittance.spi.settings.SettingsForm;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A plugin that runs on this platform.
 *
 * @param version   the author's, major.minor.patch
 * @param name      as people know it
 * @param publisher the key that signed it
 * @param sha256    of the archive, hexadecimal
 * @param hosts     where it may connect to: host names, {@code *.} and a domain, or {@code setting:} and a key whose value is an address
 * @param form      what it asks of a tenant
 */
public record InstalledPlugin(PluginId id, String version, String name, String publisher, String sha256,
                              Set<Capability> capabilities, List<String> hosts, SettingsForm form, PluginHealth health) {

    public InstalledPlugin {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(publisher, "publisher");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(health, "health");
        capabilities = Set.copyOf(capabilities);
        hosts = List.copyOf(hosts);
    }

    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }
}
