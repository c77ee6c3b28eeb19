package io.quittance.tax;

import java.math.BigDecimal;

/**
 * A category with its rate. Equal rates are equal whatever their scale: 19 % and 19.0 % share one total.
 *
 * @param percent such as {@code 19} or {@code 5.5}; zero unless the category is charged
 */
public record TaxRate(TaxCategory category, BigDecimal percent) {

    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    public TaxRate {
        percent = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
        if (!fits(category, percent)) {
            throw new IllegalArgumentException("category " + category + " cannot have the rate " + percent.toPlainString() + " %");
        }
    }

    /** Standard rates lie above 0 and up to 100 %, all others are zero (BR-S-05 and its sisters). */
    public static boolean fits(TaxCategory category, BigDecimal percent) {
        return category.isCharged() ? percent.signum() > 0 && percent.compareTo(MOST) <= 0 : percent.signum() == 0;
    }

    public static TaxRate standard(String percent) {
        return new TaxRate(TaxCategory.S, new BigDecimal(percent));
    }

    public static TaxRate untaxed(TaxCategory category) {
        return new TaxRate(category, BigDecimal.ZERO);
    }

    /** For example {@code S 19 %}. */
    @Override
    public String toString() {
        return category + " " + percent.toPlainString() + " %";
    }
}
