package io.quittance.imports;

import java.time.Instant;

/** A line of the list of imports. */
public record ImportRow(ImportId id, ImportKind kind, String fileName, Instant at, String actor, int rows, int good, int broken) {
}
