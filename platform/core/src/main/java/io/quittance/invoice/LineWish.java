package io.quittance.invoice;

import io.quittance.tax.TaxRate;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A line of which an item of the catalogue and the customer's defaults may say what it does not say itself.
 *
 * @param item code of the item; empty for a line of its own
 */
public record LineWish(String item, Optional<String> description, BigDecimal quantity, Optional<String> unit,
        Optional<BigDecimal> unitPrice, Optional<BigDecimal> discountPercent, Optional<TaxRate> tax) {

    public static LineWish of(String item, String quantity) {
        return new LineWish(item, Optional.empty(), new BigDecimal(quantity), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }
}
