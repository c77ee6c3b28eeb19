package io.quittance.analytics;

import java.time.LocalDate;

/** Civil days in the tenant's zone, both included. */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("a period's first day must not lie after its last: " + from + " to " + to);
        }
    }

    /** The twelve calendar months that end with the day's own, up to that day. */
    public static Period lastTwelveMonths(LocalDate day) {
        return new Period(day.withDayOfMonth(1).minusMonths(11), day);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
