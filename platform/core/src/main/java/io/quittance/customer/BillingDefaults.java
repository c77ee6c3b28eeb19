package io.quittance.customer;

import io.quittance.tax.PriceMode;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * What an invoice for a customer begins with, beside the terms.
 *
 * @param currency        empty for the business's own
 * @param discountPercent 0 to 100, of lines that do not say otherwise
 * @param prices          whether unit prices leave out the tax or include it; empty for the business's own way
 */
public record BillingDefaults(Optional<Currency> currency, BigDecimal discountPercent, Optional<PriceMode> prices) {

    public static final BillingDefaults NONE = new BillingDefaults(Optional.empty(), BigDecimal.ZERO, Optional.empty());

    public BillingDefaults {
        discountPercent = discountPercent.signum() == 0 ? BigDecimal.ZERO : discountPercent.stripTrailingZeros();
    }
}
