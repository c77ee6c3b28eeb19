package io.quittance.invoice.entity;

import io.quittance.customer.Customer;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.DocumentStatus;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.DueDate;
import io.quittance.invoice.InvoiceFacts;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.InvoiceRow;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.SettlementStatus;
import io.quittance.spi.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** The working row of an invoice: what lists show. What is open changes by conditional updates, never through this class. */
@Entity
@Table(name = "invoice")
public class InvoiceRecord {

    @Id
    private long id;
    private String number;
    @Enumerated(EnumType.STRING)
    private DocumentStatus status;
    @Enumerated(EnumType.STRING)
    private SettlementStatus settlement;
    @Column(name = "on_hold")
    private boolean onHold;
    @Column(name = "customer_id")
    private long customerId;
    @Column(name = "customer_name")
    private String customerName;
    private String currency;
    @Column(name = "gross_minor")
    private long grossMinor;
    @Column(name = "claimed_minor")
    private long claimedMinor;
    @Column(name = "open_minor")
    private long openMinor;
    @Column(name = "issue_date")
    private LocalDate issueDate;
    @Column(name = "due_date")
    private LocalDate dueDate;
    private String zone;
    @Column(name = "overdue_from")
    private Instant overdueFrom;
    @Column(name = "buyer_reference")
    private String buyerReference;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "issued_at")
    private Instant issuedAt;
    @Column(name = "sent_at")
    private Instant sentAt;
    @Column(name = "viewed_at")
    private Instant viewedAt;
    @Column(name = "bounced_at")
    private Instant bouncedAt;
    @Column(name = "search_text")
    private String searchText;

    protected InvoiceRecord() {
    }

    public InvoiceRecord(InvoiceId id, Instant createdAt, ZoneId zone) {
        this.id = id.value();
        this.createdAt = createdAt;
        this.zone = zone.getId();
        this.status = DocumentStatus.DRAFT;
        this.settlement = SettlementStatus.OPEN;
    }

    public void draft(DraftInvoice draft, Customer customer, Money gross) {
        requireDraft();
        names(customer, draft.buyerReference());
        currency = gross.currency().getCurrencyCode();
        grossMinor = gross.minorUnits();
        issueDate = draft.issueDate().orElse(null);
        dueDate = draft.dueDate().orElse(null);
    }

    public void discard() {
        requireDraft();
        status = DocumentStatus.CANCELLED;
    }

    /** @param open what is still to be paid of the gross amount: less than all of it only for an imported invoice */
    public void issue(InvoiceNumber drawn, Customer customer, String reference, LocalDate issued, DueDate due, Money gross, Money open,
            Instant now) {
        requireDraft();
        number = drawn.text();
        names(customer, reference);
        status = DocumentStatus.ISSUED;
        currency = gross.currency().getCurrencyCode();
        grossMinor = gross.minorUnits();
        claimedMinor = gross.minorUnits();
        openMinor = open.minorUnits();
        settlement = SettlementStatus.of(gross, open, false);
        issueDate = issued;
        dueDate = due.date();
        zone = due.zone().getId();
        overdueFrom = due.overdueFrom();
        issuedAt = now;
    }

    public void sent(Instant now) {
        sentAt = now;
        bouncedAt = null;
    }

    public void bounced(Instant now) {
        bouncedAt = now;
    }

    /** @return whether it was the first time */
    public boolean viewed(Instant now) {
        if (viewedAt != null) {
            return false;
        }
        viewedAt = now;
        return true;
    }

    public void hold(boolean held) {
        onHold = held;
    }

    public InvoiceId id() {
        return new InvoiceId(id);
    }

    public CustomerId customer() {
        return new CustomerId(customerId);
    }

    public DocumentStatus status() {
        return status;
    }

    public SettlementStatus settlement() {
        return settlement;
    }

    public Optional<InvoiceNumber> number() {
        return Optional.ofNullable(number).map(InvoiceNumber::new);
    }

    public Optional<DueDate> due() {
        return Optional.ofNullable(dueDate).map(date -> new DueDate(date, ZoneId.of(zone)));
    }

    public String buyerReference() {
        return buyerReference;
    }

    public Optional<Instant> issuedAt() {
        return Optional.ofNullable(issuedAt);
    }

    public Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    public Optional<Instant> viewedAt() {
        return Optional.ofNullable(viewedAt);
    }

    public InvoiceRow toRow(Instant now) {
        boolean issued = status == DocumentStatus.ISSUED;
        boolean owed = issued && openMinor > 0;
        boolean overdue = owed && due().orElseThrow().isOverdueAt(now);
        InvoiceFacts facts = new InvoiceFacts(status, settlement, overdue, onHold, sentAt != null, viewedAt != null, bouncedAt != null);
        Money gross = Money.ofMinor(grossMinor, currency);
        Money open = Money.ofMinor(openMinor, currency);
        return new InvoiceRow(id(), number(), customer(), customerName, InvoiceStatus.of(facts), facts, gross, open,
                Optional.ofNullable(issueDate), Optional.ofNullable(dueDate), overdue ? due().orElseThrow().daysOverdueAt(now) : 0);
    }

    private void names(Customer customer, String reference) {
        customerId = customer.id().value();
        customerName = customer.name();
        buyerReference = reference;
        searchText = (number == null ? "" : number + "\n") + customerName + "\n" + buyerReference;
    }

    private void requireDraft() {
        if (status != DocumentStatus.DRAFT) {
            throw new IllegalStateException("invoice " + id + " is no draft but " + status + ": it cannot be changed");
        }
    }
}
