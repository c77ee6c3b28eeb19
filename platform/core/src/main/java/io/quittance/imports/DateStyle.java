package io.quittance.imports;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** How the file writes civil dates. Declared, because 03/04/2026 is two different days. */
public enum DateStyle {
    /** 2026-04-03. */
    ISO("uuuu-MM-dd"),
    /** 03.04.2026 or 3.4.2026: day, month, year. */
    DAY_MONTH_YEAR_DOTS("d.M.uuuu"),
    /** 03/04/2026 or 3/4/2026: day, month, year. */
    DAY_MONTH_YEAR_SLASHES("d/M/uuuu"),
    /** 04/03/2026 or 4/3/2026: month, day, year. */
    MONTH_DAY_YEAR_SLASHES("M/d/uuuu");

    private final String pattern;
    private final DateTimeFormatter formatter;

    DateStyle(String pattern) {
        this.pattern = pattern;
        this.formatter = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** For people, such as {@code d.M.yyyy}. */
    public String shown() {
        return pattern.replace('u', 'y');
    }

    /** Empty when the text is no day of the calendar in this style; 31 February is none. */
    public Optional<LocalDate> read(String text) {
        try {
            return Optional.of(LocalDate.parse(text, formatter));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    public String write(LocalDate date) {
        return formatter.format(date);
    }
}
