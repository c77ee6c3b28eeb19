package io.quittance.dunning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When a ladder acts: once on every civil day, at its time on the clock of the zone. On the day that clocks go forward a
 * time that does not exist is taken an hour later; on the day that they go back, a time that comes twice is taken the
 * first time.
 */
public record DunningSchedule(DunningLadder ladder, ZoneId zone) {

    /** The next time to act: today's while it lies ahead, else tomorrow's. */
    public Instant nextAfter(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant todays = on(today);
        return now.isBefore(todays) ? todays : on(today.plusDays(1));
    }

    /** Has the time of today's run come? */
    public boolean isDue(Instant now) {
        return !now.isBefore(on(LocalDate.ofInstant(now, zone)));
    }

    private Instant on(LocalDate day) {
        return ZonedDateTime.of(day, ladder.sendTime(), zone).toInstant();
    }
}
