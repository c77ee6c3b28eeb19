package io.quittance.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The civil day by whose end a claim is to be paid, in the zone of the contract.
 *
 * <p>The due day itself is not overdue: delay begins when that day has ended where the contract lives, be it 23 or 25
 * hours long.
 */
public record DueDate(LocalDate date, ZoneId zone) {

    /** The first instant of delay. */
    public Instant overdueFrom() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public boolean isOverdueAt(Instant now) {
        return !now.isBefore(overdueFrom());
    }

    /** Civil days past due in the contract's zone; 1 on the day after the due day, never negative. */
    public long daysOverdueAt(Instant now) {
        return Math.max(0, ChronoUnit.DAYS.between(date, LocalDate.ofInstant(now, zone)));
    }
}
