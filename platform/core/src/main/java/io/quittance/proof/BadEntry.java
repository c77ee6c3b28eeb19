package io.quittance.proof;

import java.util.Locale;

/**
 * The first entry of a file that is not what was sealed.
 *
 * @param entry   its position, counted from 0; -1 when it is no single entry but the file itself
 * @param through the last position it can be; the same as {@code entry} unless the file cannot tell more exactly
 * @param line    where in the file, counted from 1
 * @param message what is wrong, for a person
 */
public record BadEntry(Kind kind, long entry, long through, long line, String message) {

    /** What is wrong. */
    public enum Kind {
        /** The first line is none of ours, or its head is not what was signed. */
        HEADER,
        /** A line that nobody can read or that we would have written otherwise. */
        UNREADABLE,
        ALTERED,
        MISSING,
        INSERTED,
        /** The file ends before its head says so, or an earlier head knew of more. */
        TRUNCATED,
        /** A head in the midst of the file is missing or is not what was signed. */
        HEAD,
        /** The root differs although every mark fits. */
        UNPROVEN,
        /** Signed by another key than the one that is trusted. */
        KEY,
        /** The earlier head was made over other entries. */
        FORKED;

        /** As in JSON. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static BadEntry at(Kind kind, long entry, long line, String message) {
        return new BadEntry(kind, entry, entry, line, message);
    }
}
