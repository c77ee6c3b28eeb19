package io.quittance.order;

import io.quittance.tax.TaxRate;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One line of an order.
 *
 * @param item            code of an item, ours or the channel's (a SKU); may be empty
 * @param quantity        negative for a deduction
 * @param unit            may be empty
 * @param unitPrice       in the order's currency, net or gross as the order says; empty to take the catalogue's
 * @param discountPercent 0 to 100
 * @param tax             empty to take the catalogue's
 */
public record OrderLine(String item, String description, BigDecimal quantity, String unit, Optional<BigDecimal> unitPrice,
        BigDecimal discountPercent, Optional<TaxRate> tax) {
}
