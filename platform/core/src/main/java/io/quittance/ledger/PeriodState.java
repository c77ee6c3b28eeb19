package io.quittance.ledger;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How far the books are shut. Days are civil dates in the tenant's zone.
 *
 * @param closedThrough last day of the closed periods; nothing is booked on it or before, unless it is reopened
 * @param lockedThrough last day that can never be reopened; not after {@code closedThrough}
 */
public record PeriodState(Optional<LocalDate> closedThrough, Optional<LocalDate> lockedThrough) {

    /** The day on which something that happened on the given day is booked: the same, or the first that is open. */
    public LocalDate bookingDay(LocalDate happened) {
        return closedThrough.filter(closed -> !happened.isAfter(closed)).map(closed -> closed.plusDays(1)).orElse(happened);
    }

    public boolean isClosed(LocalDate day) {
        return closedThrough.filter(closed -> !day.isAfter(closed)).isPresent();
    }

    public boolean isLocked(LocalDate day) {
        return lockedThrough.filter(locked -> !day.isAfter(locked)).isPresent();
    }
}
