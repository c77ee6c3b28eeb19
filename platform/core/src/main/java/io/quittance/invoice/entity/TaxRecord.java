package io.quittance.invoice.entity;

import io.quittance.spi.money.Money;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import io.quittance.tax.TaxTotal;
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

/** The tax of one category and rate of an issued invoice. Inserted once. */
@Entity
@Table(name = "invoice_tax")
@IdClass(TaxRecord.Key.class)
public class TaxRecord {

    @Id
    @Column(name = "invoice_id")
    private long invoiceId;
    @Id
    @Enumerated(EnumType.STRING)
    private TaxCategory category;
    @Id
    private BigDecimal percent;
    @Column(name = "taxable_minor")
    private long taxableMinor;
    @Column(name = "tax_minor")
    private long taxMinor;

    protected TaxRecord() {
    }

    public TaxTotal toTotal(Currency currency) {
        return new TaxTotal(new TaxRate(category, percent), new Money(taxableMinor, currency), new Money(taxMinor, currency));
    }

    /** The primary key. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long invoiceId;
        private TaxCategory category;
        private BigDecimal percent;

        protected Key() {
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.invoiceId == invoiceId && key.category == category && key.percent.equals(percent);
        }

        @Override
        public int hashCode() {
            return Objects.hash(invoiceId, category, percent);
        }
    }
}
