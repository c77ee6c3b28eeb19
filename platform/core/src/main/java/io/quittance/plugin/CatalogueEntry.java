package io.quittance.plugin;

import java.time.Instant;
import java.util.Objects;

/**
 * One line of the platform's history of plugins; lines are only ever added.
 *
 * @param plugin  the id in the manifest, or the file's name when it has none
 * @param detail  for a refusal its reason and what was found
 */
public record CatalogueEntry(String plugin, String version, String publisher, String sha256, Kind kind, String detail,
                             String actor, Instant at) {

    /** What happened. */
    public enum Kind { INSTALLED, REFUSED, REMOVED }

    public CatalogueEntry {
        Objects.requireNonNull(plugin, "plugin");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(publisher, "publisher");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(at, "at");
    }
}
