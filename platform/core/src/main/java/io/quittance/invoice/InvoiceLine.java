package io.quittance.invoice;

import io.quittance.spi.money.Money;
import io.quittance.tax.TaxRate;
import java.math.BigDecimal;

/**
 * A line with its amount.
 *
 * @param position from 1
 * @param net      quantity x unit price less the discount, rounded half-up once
 */
public record InvoiceLine(int position, String description, BigDecimal quantity, String unit, BigDecimal unitPrice,
        BigDecimal discountPercent, TaxRate tax, Money net) {
}
