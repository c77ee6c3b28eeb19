package io.quittance.invoice.entity;

import io.quittance.invoice.DueDate;
import io.quittance.tax.PriceMode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** What was issued. Inserted once; the application's account cannot change it. */
@Entity
@Table(name = "invoice_document")
public class DocumentRecord {

    @Id
    @Column(name = "invoice_id")
    private long invoiceId;
    private String number;
    @Column(name = "customer_id")
    private long customerId;
    private String currency;
    @Column(name = "net_minor")
    private long netMinor;
    @Column(name = "tax_minor")
    private long taxMinor;
    @Column(name = "gross_minor")
    private long grossMinor;
    @Column(name = "issue_date")
    private LocalDate issueDate;
    @Column(name = "due_date")
    private LocalDate dueDate;
    private String zone;
    private String language;
    private String seller;
    private String buyer;
    @Column(name = "payment_reference")
    private String paymentReference;
    private String notes;
    private boolean imported;
    @Enumerated(EnumType.STRING)
    private PriceMode prices;
    @Column(name = "rounding_minor")
    private long roundingMinor;
    @Column(name = "issued_at")
    private Instant issuedAt;

    protected DocumentRecord() {
    }

    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    public String seller() {
        return seller;
    }

    public String buyer() {
        return buyer;
    }

    public String paymentReference() {
        return paymentReference;
    }

    public String notes() {
        return notes;
    }

    public DueDate due() {
        return new DueDate(dueDate, ZoneId.of(zone));
    }

    public String currency() {
        return currency;
    }

    public long netMinor() {
        return netMinor;
    }

    public long taxMinor() {
        return taxMinor;
    }

    public PriceMode prices() {
        return prices;
    }

    public long roundingMinor() {
        return roundingMinor;
    }

    public long grossMinor() {
        return grossMinor;
    }
}
