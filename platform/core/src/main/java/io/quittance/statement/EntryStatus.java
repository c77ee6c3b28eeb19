package io.quittance.statement;

import java.util.Locale;

/** How final an entry is. */
public enum EntryStatus {
    BOOKED,
    /** Announced; a booked entry will replace it, or nothing. */
    PENDING;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
