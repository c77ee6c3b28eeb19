package io.quittance.invoice;

import io.quittance.spi.money.Money;
import io.quittance.tax.TaxRate;
import java.math.BigDecimal;

/**
 * A line with its amount.
 *
 * @param position from 1
 * @param net      without tax. With net prices: quantity x unit price less the discount, rounded half-up once; with gross
 *                 prices: what is derived from the amount
 * @param amount   in the prices of its document, quantity x unit price less the discount, rounded half-up once: net, or with tax
 */
public record InvoiceLine(int position, String description, BigDecimal quantity, String unit, BigDecimal unitPrice,
        BigDecimal discountPercent, TaxRate tax, Money net, Money amount) {

    /** Of a document with net prices. */
    public InvoiceLine(int position, String description, BigDecimal quantity, String unit, BigDecimal unitPrice,
            BigDecimal discountPercent, TaxRate tax, Money net) {
        this(position, description, quantity, unit, unitPrice, discountPercent, tax, net, net);
    }
}
