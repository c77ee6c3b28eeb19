package io.quittance.catalogue;

import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a business says about something that it sells.
 *
 * @param code        its own, unique, such as {@code CONS-1}; upper and lower case alike
 * @param description what an invoice's line says; empty for the name
 * @param unit        code of UN/ECE Recommendation 20, such as {@code HUR} for hours, see {@link CommonUnit}
 * @param prices      price of one unit by ISO 4217 code; may have more decimals than the currency, never negative
 * @param mode        whether the prices leave out the tax or include it; net where it is null
 */
public record ItemDetails(String code, String name, String description, String unit, Map<String, BigDecimal> prices, TaxRate tax,
        PriceMode mode) {

    private static final int MOST_DECIMALS = 6;

    /** With net prices. */
    public ItemDetails(String code, String name, String description, String unit, Map<String, BigDecimal> prices, TaxRate tax) {
        this(code, name, description, unit, prices, tax, PriceMode.NET);
    }

    public ItemDetails {
        code = orEmpty(code);
        name = orEmpty(name);
        description = orEmpty(description);
        unit = orEmpty(unit);
        Map<String, BigDecimal> plain = new TreeMap<>();
        prices.forEach((currency, price) -> plain.put(currency, price.stripTrailingZeros()));
        prices = Map.copyOf(plain);
        mode = mode == null ? PriceMode.NET : mode;
    }

    /**
     * The price of one unit for a document of either mode; empty when there is none in that currency. With the tax added it is
     * rounded half-up to the currency's own digits, as people read it; with the tax taken out to six decimals.
     */
    public Optional<BigDecimal> price(String currency, PriceMode wanted) {
        Optional<BigDecimal> own = Optional.ofNullable(prices.get(currency));
        if (wanted == mode || tax == null) {
            return own;
        }
        BigDecimal factor = BigDecimal.ONE.add(tax.percent().movePointLeft(2));
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return own.map(price -> factor.compareTo(BigDecimal.ONE) == 0 ? price : wanted == PriceMode.GROSS
                ? price.multiply(factor).setScale(digits, RoundingMode.HALF_UP)
                : price.divide(factor, MOST_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros());
    }

    /** What a line of an invoice says. */
    public String lineText() {
        return description.isEmpty() ? name : description;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text.strip();
    }
}
