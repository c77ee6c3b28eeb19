package io.quittance.tax;

import java.time.LocalDate;
import java.util.Map;

/**
 * A rate that a country's law knows, as long as it is in force.
 *
 * @param code  stable within the country, such as {@code standard} or {@code reduced}
 * @param names by language
 * @param from  first day, inclusive
 * @param until last day, inclusive; null while it is in force
 * @param reason what the invoice says when no tax is charged, by language; empty otherwise
 */
public record TaxRule(String code, TaxRate rate, Map<String, String> names, LocalDate from, LocalDate until, Map<String, String> reason) {

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    public String name(String language) {
        return names.getOrDefault(language, names.getOrDefault("en", code));
    }
}
