package io.quittance.statement.control;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Civil days as files write them; what is no day of the calendar is empty. */
public final class Days {

    private static final int CENTURY_TURNS = 80;

    private Days() {
    }

    public static Optional<LocalDate> of(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** {@code yyMMdd}; 80 to 99 are of the last century, as SWIFT has it. */
    public static Optional<LocalDate> yearMonthDay(String digits) {
        return digits.matches("[0-9]{6}") ? of(century(number(digits, 0)), number(digits, 2), number(digits, 4)) : Optional.empty();
    }

    /** {@code ddMMyy}. */
    public static Optional<LocalDate> dayMonthYear(String digits) {
        return digits.matches("[0-9]{6}") ? of(century(number(digits, 4)), number(digits, 2), number(digits, 0)) : Optional.empty();
    }

    /** {@code yyyyMMdd} at the start, whatever follows; the day is the one written, whatever zone stands behind. */
    public static Optional<LocalDate> fullYear(String digits) {
        return digits.matches("(?s)[0-9]{8}.*")
                ? of(Integer.parseInt(digits.substring(0, 4)), number(digits, 4), number(digits, 6)) : Optional.empty();
    }

    /** {@code yyyy-MM-dd} at the start, whatever follows. */
    public static Optional<LocalDate> iso(String text) {
        return text.matches("(?s)[0-9]{4}-[0-9]{2}-[0-9]{2}.*")
                ? of(Integer.parseInt(text.substring(0, 4)), number(text, 5), number(text, 8)) : Optional.empty();
    }

    /** {@code MMdd} of the year that brings it nearest to the other day: an entry of 31 December may have value on 2 January. */
    public static Optional<LocalDate> near(String monthDay, LocalDate other) {
        if (!monthDay.matches("[0-9]{4}")) {
            return Optional.empty();
        }
        Optional<LocalDate> nearest = Optional.empty();
        for (int year = other.getYear() - 1; year <= other.getYear() + 1; year++) {
            Optional<LocalDate> candidate = of(year, number(monthDay, 0), number(monthDay, 2));
            if (candidate.isPresent() && (nearest.isEmpty() || distance(candidate.get(), other) < distance(nearest.get(), other))) {
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** The full year for its last two digits. */
    public static int century(int year) {
        return year >= CENTURY_TURNS ? 1900 + year : 2000 + year;
    }

    private static long distance(LocalDate one, LocalDate other) {
        return Math.abs(one.toEpochDay() - other.toEpochDay());
    }

    private static int number(String digits, int from) {
        return Integer.parseInt(digits.substring(from, from + 2));
    }
}
