package io.quittance.web.recurring;

import io.quittance.recurring.Recurrence;
import io.quittance.recurring.Rhythm;
import io.quittance.recurring.RhythmUnit;
import io.quittance.recurring.ShortMonth;
import io.quittance.web.problem.InputFault;
import io.quittance.web.problem.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * On which civil days of the business something comes again.
 *
 * @param every      every so many weeks, months, quarters or years, 1 by default
 * @param dayOfMonth the first day's by default
 * @param shortMonth what becomes of a day that a month lacks; its last day by default
 * @param until      last day, inclusive
 * @param times      how often in all
 */
public record RecurrenceInput(LocalDate start, RhythmUnit unit, Optional<Integer> every, Optional<Integer> dayOfMonth,
        Optional<ShortMonth> shortMonth, Optional<LocalDate> until, Optional<Integer> times) {

    private static final int DAYS = 31;

    Recurrence recurrence(String path) {
        List<InputFault> faults = new ArrayList<>();
        every.filter(count -> count < 1 || count > Rhythm.MOST)
                .ifPresent(count -> faults.add(InputFault.of(path + "every", count, "parameter.whole", 1, Rhythm.MOST)));
        dayOfMonth.filter(day -> day < 1 || day > DAYS)
                .ifPresent(day -> faults.add(InputFault.of(path + "dayOfMonth", day, "parameter.whole", 1, DAYS)));
        if (!faults.isEmpty()) {
            throw Refusal.ofInput(faults);
        }
        Rhythm rhythm = new Rhythm(unit, every.orElse(1), dayOfMonth.orElse(start.getDayOfMonth()), shortMonth.orElse(ShortMonth.LAST_DAY));
        return new Recurrence(start, rhythm, until, times);
    }
}
