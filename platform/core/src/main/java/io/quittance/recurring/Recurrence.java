package io.quittance.recurring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The civil days on which something comes again. Each is counted from the first month, never from the day before it: the
 * 31st comes back after a short month, and the 29th of February every fourth year.
 *
 * @param start no day lies before it
 * @param until no day lies behind it; empty for never
 * @param times how many days there are; empty for no limit. With both, whichever comes first ends it
 */
public record Recurrence(LocalDate start, Rhythm rhythm, Optional<LocalDate> until, Optional<Integer> times) {

    /** When a day's invoices are made, on the clock of the tenant's zone. */
    public static final LocalTime TIME = LocalTime.of(6, 0);

    /** @param index from 0; days beyond the end are days too, see {@link #ends} */
    public LocalDate at(int index) {
        if (rhythm.unit() == RhythmUnit.WEEK) {
            return start.plusWeeks((long) rhythm.every() * index);
        }
        boolean firstMonthIsLate = inMonth(YearMonth.from(start)).isBefore(start);
        long steps = firstMonthIsLate ? index + 1L : index;
        return inMonth(YearMonth.from(start).plusMonths(steps * rhythm.every() * rhythm.unit().months()));
    }

    private LocalDate inMonth(YearMonth month) {
        if (rhythm.dayOfMonth() <= month.lengthOfMonth()) {
            return month.atDay(rhythm.dayOfMonth());
        }
        return rhythm.shortMonth() == ShortMonth.LAST_DAY ? month.atEndOfMonth() : month.plusMonths(1).atDay(1);
    }

    /** Is the day of that index beyond the end? */
    public boolean ends(int index) {
        return times.filter(most -> index >= most).isPresent() || until.filter(last -> at(index).isAfter(last)).isPresent();
    }

    /** The first day on or after the given one; empty when the end comes before. */
    public Optional<LocalDate> onOrAfter(LocalDate day) {
        int index = indexOnOrAfter(day);
        return ends(index) ? Optional.empty() : Optional.of(at(index));
    }

    /** The days on or after the given one, at most so many. */
    public List<LocalDate> next(LocalDate day, int most) {
        List<LocalDate> days = new ArrayList<>();
        for (int index = indexOnOrAfter(day); days.size() < most && !ends(index); index++) {
            days.add(at(index));
        }
        return days;
    }

    /** The last day that the invoice of a day is for: the one before the next, whether or not the end comes first. */
    public LocalDate periodEnd(LocalDate day) {
        return at(indexOnOrAfter(day) + 1).minusDays(1);
    }

    /**
     * When the day's invoices are made. On the day that clocks go forward a time that does not exist is taken later by the
     * gap; on the day that they go back, a time that comes twice is taken the first time.
     */
    public static ZonedDateTime due(LocalDate day, ZoneId zone) {
        return ZonedDateTime.of(day, TIME, zone);
    }

    /** The last day whose invoices may be made by now. */
    public static LocalDate lastDue(Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return due(today, zone).toInstant().isAfter(now) ? today.minusDays(1) : today;
    }

    private int indexOnOrAfter(LocalDate day) {
        int index = Math.max(0, guess(day));
        while (index > 0 && !at(index - 1).isBefore(day)) {
            index--;
        }
        while (at(index).isBefore(day)) {
            index++;
        }
        return index;
    }

    /** Near enough that a step or two lead to it. */
    private int guess(LocalDate day) {
        long passed = day.toEpochDay() - start.toEpochDay();
        long length = rhythm.unit() == RhythmUnit.WEEK ? 7L * rhythm.every() : 30L * rhythm.every() * rhythm.unit().months();
        return (int) Math.min(passed / length, Integer.MAX_VALUE / 1000);
    }
}
