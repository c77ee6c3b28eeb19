package io.quittance.web.invoice;

import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;

import java.math.BigDecimal;

/** Tax rates as values of a select: {@code S:19}. */
public final class TaxKeys {

    private TaxKeys() {
    }

    public static String key(TaxRate rate) {
        return rate.category() + ":" + rate.percent().toPlainString();
    }

    /** @throws IllegalArgumentException for what no select of ours offers */
    public static TaxRate rate(String key) {
        String[] parts = key.split(":", 2);
        return new TaxRate(TaxCategory.valueOf(parts[0]), new BigDecimal(parts[1]));
    }
}
