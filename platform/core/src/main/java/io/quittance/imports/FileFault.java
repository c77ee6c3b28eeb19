package io.quittance.imports;

import java.util.List;

/**
 * Why a file as a whole cannot be read. Nothing of it was imported.
 *
 * @param details what {@link Reason}'s text names, in its order
 */
public record FileFault(Reason reason, List<String> details) {

    public FileFault {
        details = List.copyOf(details);
    }

    public static FileFault of(Reason reason, Object... details) {
        return new FileFault(reason, List.of(details).stream().map(String::valueOf).toList());
    }

    /** The texts are in the bundle {@code io.quittance.imports.texts} under {@code file.<name>}. */
    public enum Reason {
        EMPTY,
        /** Details: bytes allowed. */
        TOO_LARGE,
        /** Details: character set, position of the first byte that does not fit. */
        WRONG_CHARACTERS,
        /** Details: what it looks like. */
        NOT_TEXT,
        DELIMITER_UNCLEAR,
        /** Details: line. */
        BROKEN_QUOTES,
        /** Details: rows allowed. */
        TOO_MANY_ROWS,
        /** Details: columns allowed. */
        TOO_MANY_COLUMNS,
        NO_ROWS,
        /** Details: header. */
        COLUMN_TWICE,
        /** Details: our column, headers it may have. */
        COLUMN_MISSING,
        /** Details: our column, the header that the mapping names. */
        MAPPED_HEADER_MISSING,
        /** Details: the name in the mapping. */
        UNKNOWN_COLUMN_MAPPED
    }
}
