package io.quittance.imports.entity;

import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxRate;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * A faultless row of a file of items.
 *
 * @param price of one unit
 * @param mode  whether the price leaves out the tax or includes it
 */
public record ItemCandidate(String code, String name, String description, String unit, BigDecimal price, Currency currency, TaxRate tax,
        PriceMode mode) {
}
