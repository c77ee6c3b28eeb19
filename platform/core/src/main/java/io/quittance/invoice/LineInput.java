package io.quittance.invoice;

import io.quittance.tax.TaxRate;
import java.math.BigDecimal;

/**
 * One line as it is to be invoiced.
 *
 * @param quantity        may have decimals, such as hours; negative for a deduction
 * @param unit            such as {@code h} or {@code pcs}; may be empty
 * @param unitPrice       net or gross as the document says, in its currency; may have more decimals than the currency, never negative
 * @param discountPercent 0 to 100
 */
public record LineInput(String description, BigDecimal quantity, String unit, BigDecimal unitPrice, BigDecimal discountPercent,
        TaxRate tax) {

    public LineInput {
        unit = unit == null ? "" : unit.strip();
        discountPercent = discountPercent == null ? BigDecimal.ZERO : discountPercent;
    }

    public static LineInput of(String description, String quantity, String unitPrice, TaxRate tax) {
        return new LineInput(description, new BigDecimal(quantity), "", new BigDecimal(unitPrice), BigDecimal.ZERO, tax);
    }
}
