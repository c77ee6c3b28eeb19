package io.quittance.web.invoice;

import io.quittance.invoice.LineInput;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxRate;

import java.io.Serializable;
import java.math.BigDecimal;

/** A line as it stands in the editor, complete or not. */
public class LineForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String description = "";
    private BigDecimal quantity = BigDecimal.ONE;
    private String unit = "";
    private BigDecimal unitPrice;
    private BigDecimal discountPercent;
    private String tax;
    private transient Money amount;

    public LineForm(String tax) {
        this.tax = tax;
    }

    LineForm(String tax, BigDecimal discountPercent) {
        this(tax);
        this.discountPercent = discountPercent == null || discountPercent.signum() == 0 ? null : discountPercent;
    }

    static LineForm of(LineInput line) {
        LineForm form = new LineForm(TaxKeys.key(line.tax()));
        form.description = line.description();
        form.quantity = line.quantity();
        form.unit = line.unit();
        form.unitPrice = line.unitPrice();
        form.discountPercent = line.discountPercent().signum() == 0 ? null : line.discountPercent();
        return form;
    }

    /** What the boundary is asked with; missing figures count as zero there and are refused by it where they matter. */
    LineInput input() {
        TaxRate rate = TaxKeys.rate(tax);
        return new LineInput(description == null ? "" : description.strip(), orZero(quantity), unit, orZero(unitPrice), discountPercent,
                rate);
    }

    boolean isBlank() {
        return (description == null || description.isBlank()) && unitPrice == null;
    }

    private static BigDecimal orZero(BigDecimal figure) {
        return figure == null ? BigDecimal.ZERO : figure;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public BigDecimal getQuantity() {
        return quantity;
    }

    public void setQuantity(BigDecimal quantity) {
        this.quantity = quantity;
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = unit;
    }

    public BigDecimal getUnitPrice() {
        return unitPrice;
    }

    public void setUnitPrice(BigDecimal unitPrice) {
        this.unitPrice = unitPrice;
    }

    public BigDecimal getDiscountPercent() {
        return discountPercent;
    }

    public void setDiscountPercent(BigDecimal discountPercent) {
        this.discountPercent = discountPercent;
    }

    public String getTax() {
        return tax;
    }

    public void setTax(String tax) {
        this.tax = tax;
    }

    /** The line's amount as the server computed it last; null while the line is incomplete. */
    public Money getAmount() {
        return amount;
    }

    void setAmount(Money amount) {
        this.amount = amount;
    }
}
