package io.quittance.customer;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * What an invoice for a customer begins with, beside the terms.
 *
 * @param currency        empty for the business's own
 * @param discountPercent 0 to 100, of lines that do not say otherwise
 */
public record BillingDefaults(Optional<Currency> currency, BigDecimal discountPercent) {

    public static final BillingDefaults NONE = new BillingDefaults(Optional.empty(), BigDecimal.ZERO);

    public BillingDefaults {
        discountPercent = discountPercent.signum() == 0 ? BigDecimal.ZERO : discountPercent.stripTrailingZeros();
    }
}
