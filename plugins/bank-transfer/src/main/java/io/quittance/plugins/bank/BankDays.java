package io.quittance.plugins.bank;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Set;

/**
 * Days on which the banks of SEPA settle with each other.
 *
 * @see "European Central Bank, long-term calendar of TARGET closing days (14 December 2000)"
 */
final class BankDays {

    private static final Set<MonthDay> CLOSED = Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

    private BankDays() {
    }

    /** The same day, or the next one that is open. */
    static LocalDate onOrAfter(LocalDate day) {
        LocalDate open = day;
        while (!isOpen(open)) {
            open = open.plusDays(1);
        }
        return open;
    }

    static boolean isOpen(LocalDate day) {
        LocalDate easter = easter(Year.of(day.getYear()));
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
            && !CLOSED.contains(MonthDay.from(day)) && !day.equals(easter.minusDays(2)) && !day.equals(easter.plusDays(1));
    }

    /** Easter Sunday. @see "the anonymous Gregorian algorithm, as in J. Meeus, Astronomical Algorithms, chapter 8" */
    static LocalDate easter(Year any) {
        int year = any.getValue();
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int sum = h + l - 7 * m + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }
}
