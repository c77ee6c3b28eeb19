package io.quittance.imports;

/** What became of a file. */
public sealed interface FileOutcome {

    /** The file cannot be read as a whole; nothing changed. */
    record Refused(FileFault fault) implements FileOutcome {
    }

    /** A dry run: nothing changed. */
    record Checked(ImportReport report) implements FileOutcome {
    }

    /** The good rows stand; the broken ones changed nothing and are kept under this id. */
    record Imported(ImportId id, ImportReport report) implements FileOutcome {
    }
}
