package io.quittance.invoice.entity;

import io.quittance.invoice.InvoiceLine;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/** A line of an issued invoice. Inserted once. */
@Entity
@Table(name = "invoice_line")
@IdClass(LineRecord.Key.class)
public class LineRecord {

    @Id
    @Column(name = "invoice_id")
    private long invoiceId;
    @Id
    private int position;
    private String description;
    private BigDecimal quantity;
    private String unit;
    @Column(name = "unit_price")
    private BigDecimal unitPrice;
    @Column(name = "discount_percent")
    private BigDecimal discountPercent;
    @Enumerated(EnumType.STRING)
    @Column(name = "tax_category")
    private TaxCategory taxCategory;
    @Column(name = "tax_percent")
    private BigDecimal taxPercent;
    @Column(name = "net_minor")
    private long netMinor;
    @Column(name = "amount_minor")
    private Long amountMinor;

    protected LineRecord() {
    }

    public InvoiceLine toLine(Currency currency) {
        return new InvoiceLine(position, description, plain(quantity), unit, plain(unitPrice), plain(discountPercent),
                new TaxRate(taxCategory, taxPercent), new Money(netMinor, currency),
                new Money(amountMinor == null ? netMinor : amountMinor, currency));
    }

    /** Without the zeros that the column's scale appends. */
    private static BigDecimal plain(BigDecimal stored) {
        BigDecimal stripped = stored.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The primary key. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long invoiceId;
        private int position;

        protected Key() {
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.invoiceId == invoiceId && key.position == position;
        }

        @Override
        public int hashCode() {
            return Objects.hash(invoiceId, position);
        }
    }
}
