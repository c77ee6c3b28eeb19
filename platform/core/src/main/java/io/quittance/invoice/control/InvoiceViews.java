package io.quittance.invoice.control;

import io.quittance.config.Json;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerId;
import io.quittance.customer.boundary.Customers;
import io.quittance.invoice.ClaimView;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.DueDate;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.Party;
import io.quittance.invoice.Seller;
import io.quittance.invoice.entity.DocumentRecord;
import io.quittance.invoice.entity.InvoiceRecord;
import io.quittance.invoice.entity.LineRecord;
import io.quittance.invoice.entity.TaxRecord;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxTotal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts an invoice together in full: an issued one from what was frozen, a draft from its content. */
@ApplicationScoped
public class InvoiceViews {

    @Inject
    EntityManager entities;
    @Inject
    InvoiceRows rows;
    @Inject
    ClaimRows claims;
    @Inject
    HoldRows holds;
    @Inject
    DiscountTermRows discounts;
    @Inject
    SellerProfile seller;
    @Inject
    Customers customers;
    @Inject
    Json json;
    @Inject
    Clock clock;

    public Optional<InvoiceView> find(InvoiceId id) {
        return rows.find(id).map(invoice -> invoice.number().isPresent() ? issued(invoice) : unissued(invoice));
    }

    private InvoiceView issued(InvoiceRecord invoice) {
        DocumentRecord document = entities.find(DocumentRecord.class, invoice.id().value());
        List<ClaimView> claimed = claims.of(invoice.id()).stream()
                .filter(claim -> claim.claimed().isPositive())
                .map(claim -> new ClaimView(claim.id(), claim.kind(), claim.claimed(), claim.open(), claim.dueDate())).toList();
        return new InvoiceView(invoice.toRow(clock.instant()), json.read(document.seller(), Seller.class),
                json.read(document.buyer(), Party.class), totals(invoice.id(), document), claimed, document.paymentReference(),
                invoice.buyerReference(), document.notes(), document.language(), Optional.of(document.due()), holds.of(invoice.id()),
                invoice.issuedAt(), invoice.sentAt(), invoice.viewedAt(),
                Optional.ofNullable(discounts.offers(List.of(invoice.id())).get(invoice.id())));
    }

    private InvoiceTotals totals(InvoiceId id, DocumentRecord document) {
        Currency currency = Currency.getInstance(document.currency());
        List<InvoiceLine> lines = entities.createQuery("SELECT l FROM LineRecord l WHERE l.invoiceId = :id ORDER BY l.position",
                LineRecord.class)
                .setParameter("id", id.value()).getResultStream().map(line -> line.toLine(currency)).toList();
        List<TaxTotal> taxes = entities.createQuery(
                        "SELECT t FROM TaxRecord t WHERE t.invoiceId = :id ORDER BY t.category DESC, t.percent DESC", TaxRecord.class)
                .setParameter("id", id.value()).getResultStream().map(tax -> tax.toTotal(currency)).toList();
        return new InvoiceTotals(lines, taxes, new Money(document.netMinor(), currency), new Money(document.taxMinor(), currency),
                new Money(document.grossMinor(), currency), document.prices(), new Money(document.roundingMinor(), currency));
    }

    private InvoiceView unissued(InvoiceRecord invoice) {
        Customer customer = require(invoice.customer());
        Money gross = invoice.toRow(clock.instant()).gross();
        Optional<DraftInvoice> draft = rows.readDraft(invoice.id());
        InvoiceTotals totals = draft.map(content -> content.totals(gross.currency()))
                .orElseGet(() -> InvoiceTotals.of(List.of(), gross.currency()));
        String email = customer.details().emails().isEmpty() ? "" : customer.details().emails().getFirst();
        Party buyer = new Party(customer.name(), customer.details().taxId(), email, customer.details().address());
        Locale language = customer.details().language();
        Optional<DueDate> due = invoice.due();
        return new InvoiceView(invoice.toRow(clock.instant()), seller.read(), buyer, totals, List.of(), "", invoice.buyerReference(),
                draft.map(DraftInvoice::notes).orElse(""), language, due, List.of(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    private Customer require(CustomerId id) {
        return customers.find(id).orElseThrow(() -> new IllegalStateException("an invoice names customer " + id + ", who is not there"));
    }
}
