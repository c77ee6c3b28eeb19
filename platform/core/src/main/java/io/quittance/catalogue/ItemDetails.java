package io.quittance.catalogue;

import io.quittance.tax.TaxRate;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a business says about something that it sells.
 *
 * @param code        its own, unique, such as {@code CONS-1}; upper and lower case alike
 * @param description what an invoice's line says; empty for the name
 * @param unit        code of UN/ECE Recommendation 20, such as {@code HUR} for hours, see {@link CommonUnit}
 * @param prices      net price of one unit by ISO 4217 code; may have more decimals than the currency, never negative
 */
public record ItemDetails(String code, String name, String description, String unit, Map<String, BigDecimal> prices, TaxRate tax) {

    public ItemDetails {
        code = orEmpty(code);
        name = orEmpty(name);
        description = orEmpty(description);
        unit = orEmpty(unit);
        Map<String, BigDecimal> plain = new TreeMap<>();
        prices.forEach((currency, price) -> plain.put(currency, price.stripTrailingZeros()));
        prices = Map.copyOf(plain);
    }

    /** What a line of an invoice says. */
    public String lineText() {
        return description.isEmpty() ? name : description;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text.strip();
    }
}
