package io.quittance.interest.entity;

import java.time.LocalDate;

/** Civil days in a row, both included. */
public record DaySpan(LocalDate from, LocalDate through) {

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(through);
    }
}
