package io.quittance.host;

import io.quittance.plugin.Capability;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.Refusal;
import io.quittance.spi.SpiVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * What a plugin declares before it is loaded.
 *
 * @param requires     the SPI version it was built against
 * @param capabilities exactly what its extension implements
 * @param hosts        where it connects to
 * @param secrets      keys of the secret fields of its settings form
 */
record PluginManifest(PluginId id, SpiVersion version, SpiVersion requires, Set<Capability> capabilities, List<String> hosts,
                      Set<String> secrets) {

    private static final String HOST = "(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)*|setting:[a-z][a-z0-9-]*";

    PluginManifest {
        capabilities = Set.copyOf(capabilities);
        hosts = List.copyOf(hosts);
        secrets = Set.copyOf(secrets);
    }

    static PluginManifest read(Path archive) throws Unfit {
        try (JarFile jar = new JarFile(archive.toFile(), false)) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                throw new Unfit(Refusal.MANIFEST_INCOMPLETE, "it has no META-INF/MANIFEST.MF");
            }
            return parse(manifest.getMainAttributes());
        } catch (IOException broken) {
            throw new Unfit(Refusal.NOT_AN_ARCHIVE, "its manifest cannot be read: " + broken.getMessage());
        }
    }

    static PluginManifest parse(Attributes attributes) throws Unfit {
        PluginId id;
        SpiVersion version;
        SpiVersion requires;
        try {
            id = new PluginId(required(attributes, "Plugin-Id"));
            version = SpiVersion.parse(required(attributes, "Plugin-Version"));
            requires = SpiVersion.parse(required(attributes, "Plugin-Requires"));
        } catch (IllegalArgumentException wrong) {
            throw new Unfit(Refusal.MANIFEST_INCOMPLETE, wrong.getMessage());
        }
        if (!SpiVersion.CURRENT.serves(requires)) {
            throw new Unfit(Refusal.SPI_INCOMPATIBLE, "it needs SPI " + requires + ", here is " + SpiVersion.CURRENT);
        }
        return new PluginManifest(id, version, requires, capabilities(attributes), hosts(attributes),
            Set.copyOf(list(attributes, "Quittance-Secrets")));
    }

    private static Set<Capability> capabilities(Attributes attributes) throws Unfit {
        required(attributes, "Quittance-Capabilities");
        Set<Capability> found = EnumSet.noneOf(Capability.class);
        for (String label : list(attributes, "Quittance-Capabilities")) {
            found.add(Capability.labelled(label).orElseThrow(
                () -> new Unfit(Refusal.MANIFEST_INCOMPLETE, "Quittance-Capabilities names '" + label + "', which nobody knows")));
        }
        return found;
    }

    private static List<String> hosts(Attributes attributes) throws Unfit {
        List<String> hosts = list(attributes, "Quittance-Hosts");
        for (String host : hosts) {
            if (!host.matches(HOST)) {
                throw new Unfit(Refusal.MANIFEST_INCOMPLETE, "Quittance-Hosts names '" + host + "', which is no host");
            }
        }
        return hosts;
    }

    private static String required(Attributes attributes, String name) throws Unfit {
        String value = attributes.getValue(name);
        if (value == null || value.isBlank()) {
            throw new Unfit(Refusal.MANIFEST_INCOMPLETE, "its manifest lacks " + name);
        }
        return value.strip();
    }

    private static List<String> list(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        return value == null ? List.of()
            : Arrays.stream(value.split(",")).map(String::strip).filter(part -> !part.isEmpty()).distinct().toList();
    }
}
