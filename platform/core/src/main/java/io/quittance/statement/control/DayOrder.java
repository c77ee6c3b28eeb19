package io.quittance.statement.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which order a file writes the parts of its days. */
public enum DayOrder {
    DAY_MONTH_YEAR, MONTH_DAY_YEAR, YEAR_MONTH_DAY;

    private static final Pattern NUMBERS = Pattern.compile(
            "^\\s*([0-9]{1,4})\\s*[-/.' ]\\s*([0-9]{1,2})\\s*[-/.' ]\\s*([0-9]{1,4})\\.?(?:[ T,].*)?$");
    private static final Pattern NAMED = Pattern.compile("^\\s*([0-9]{1,2})[-/. ]\\s*([\\p{L}]{3,9})\\.?[-/. ]\\s*([0-9]{2,4})\\s*$");
    private static final Pattern PLAIN = Pattern.compile("^\\s*([0-9]{8})(?:[ T].*)?$");
    private static final List<List<String>> MONTHS = List.of(List.of("jan"), List.of("feb"), List.of("mar", "mär", "mrt", "mrz"),
            List.of("apr", "avr"), List.of("may", "mai", "mei"), List.of("jun", "juin"), List.of("jul", "juil"), List.of("aug", "aoû",
            "aou"),
            List.of("sep"), List.of("oct", "okt"), List.of("nov"), List.of("dec", "dez", "déc"));

    /** The day that the text says when read in this order. Nobody puts points between month, day and year. */
    public Optional<LocalDate> parse(String text) {
        Matcher plain = PLAIN.matcher(text);
        if (plain.matches()) {
            return parts(plain.group(1));
        }
        Matcher named = NAMED.matcher(text);
        if (named.matches()) {
            return Days.of(year(named.group(3)), month(named.group(2)), Integer.parseInt(named.group(1)));
        }
        Matcher numbers = NUMBERS.matcher(text);
        if (!numbers.matches()) {
            return Optional.empty();
        }
        boolean yearFirst = numbers.group(1).length() == 4;
        int last = numbers.group(3).length();
        boolean whole = numbers.group(1).length() != 3 && last != 3 && last <= (yearFirst ? 2 : 4);
        boolean pointed = text.strip().matches("[0-9]+\\..*");
        if (yearFirst != (this == YEAR_MONTH_DAY) || !whole || pointed && this == MONTH_DAY_YEAR) {
            return Optional.empty();
        }
        int first = Integer.parseInt(numbers.group(1));
        int second = Integer.parseInt(numbers.group(2));
        return switch (this) {
            case DAY_MONTH_YEAR -> Days.of(year(numbers.group(3)), second, first);
            case MONTH_DAY_YEAR -> Days.of(year(numbers.group(3)), first, second);
            case YEAR_MONTH_DAY -> Days.of(year(numbers.group(1)), second, Integer.parseInt(numbers.group(3)));
        };
    }

    /**
     * The orders in which every text is a day, the likeliest first: those in which the days rise or fall from line to line
     * come before the others.
     */
    public static List<DayOrder> possible(List<String> texts) {
        Map<DayOrder, Boolean> sorted = new EnumMap<>(DayOrder.class);
        for (DayOrder order : values()) {
            List<LocalDate> days = texts.stream().map(order::parse).flatMap(Optional::stream).toList();
            if (days.size() == texts.size() && !days.isEmpty()) {
                sorted.put(order, isSorted(days));
            }
        }
        List<DayOrder> found = new ArrayList<>(sorted.keySet());
        found.sort((one, other) -> Boolean.compare(sorted.get(other), sorted.get(one)));
        return found;
    }

    /** Whether two orders read the texts as different days and nothing tells which is right. */
    public static boolean isUnclear(List<String> texts) {
        List<DayOrder> orders = possible(texts);
        if (orders.size() < 2) {
            return false;
        }
        List<Optional<LocalDate>> first = texts.stream().map(orders.get(0)::parse).toList();
        List<Optional<LocalDate>> second = texts.stream().map(orders.get(1)::parse).toList();
        boolean proven = texts.stream().distinct().count() > 2 && isSorted(flat(first)) && !isSorted(flat(second));
        return !first.equals(second) && !proven;
    }

    private static List<LocalDate> flat(List<Optional<LocalDate>> days) {
        return days.stream().flatMap(Optional::stream).toList();
    }

    private static boolean isSorted(List<LocalDate> days) {
        boolean rises = true;
        boolean falls = true;
        for (int i = 1; i < days.size(); i++) {
            rises &= !days.get(i).isBefore(days.get(i - 1));
            falls &= !days.get(i).isAfter(days.get(i - 1));
        }
        return rises || falls;
    }

    private Optional<LocalDate> parts(String digits) {
        return switch (this) {
            case DAY_MONTH_YEAR -> Days.of(number(digits, 4, 8), number(digits, 2, 4), number(digits, 0, 2));
            case MONTH_DAY_YEAR -> Days.of(number(digits, 4, 8), number(digits, 0, 2), number(digits, 2, 4));
            case YEAR_MONTH_DAY -> Days.of(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8));
        };
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits.substring(from, to));
    }

    private static int year(String digits) {
        return digits.length() <= 2 ? Days.century(Integer.parseInt(digits)) : Integer.parseInt(digits);
    }

    private static int month(String name) {
        String said = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).stream().anyMatch(said::startsWith)) {
                return i + 1;
            }
        }
        return 0;
    }
}
