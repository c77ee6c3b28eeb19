package io.quittance.invoice.control;

import io.quittance.Fault;
import io.quittance.audit.AuditTrail;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerId;
import io.quittance.customer.boundary.Customers;
import io.quittance.invoice.DocumentStatus;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.DueDate;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.IssueOutcome;
import io.quittance.invoice.Seller;
import io.quittance.invoice.entity.InvoiceRecord;
import io.quittance.live.LiveChanges;
import io.quittance.notification.OutboxRequest;
import io.quittance.notification.boundary.Outbox;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns drafts into issued invoices: decides first, then draws the numbers, then writes. */
@ApplicationScoped
public class InvoiceIssue {

    /** Kind of the outbox row that carries an issued invoice to its customer. */
    public static final String MAIL = "invoice-issued";

    private static final String KIND = "invoice";

    @Inject
    InvoiceRows rows;
    @Inject
    InvoiceNumbers numbers;
    @Inject
    InvoiceWriter writer;
    @Inject
    DiscountTermRows discounts;
    @Inject
    InvoiceEvents events;
    @Inject
    SellerProfile seller;
    @Inject
    Customers customers;
    @Inject
    Outbox outbox;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges changes;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    /** What is written to the audit trail of an issue. */
    private record Issue(String number, LocalDate issueDate, LocalDate dueDate, Money net, Money tax, Money gross, boolean mail) {
    }

    /** A draft that may become an invoice. */
    private record Ready(InvoiceRecord invoice, DraftInvoice draft, Customer customer, InvoiceTotals totals, LocalDate issueDate) {

        InvoiceId id() {
            return invoice.id();
        }
    }

    /** Each by itself is decided, all that may be issued are written together. One is a batch of one. */
    public Map<InvoiceId, IssueOutcome> issueAll(Set<InvoiceId> ids, boolean mail) {
        Map<InvoiceId, InvoiceRecord> found = rows.lockAll(ids);
        List<InvoiceId> drafted = ids.stream().filter(found::containsKey).filter(id -> found.get(id).status() == DocumentStatus.DRAFT)
                .toList();
        Map<InvoiceId, DraftInvoice> drafts = rows.readDrafts(drafted);
        Map<CustomerId, Customer> buyers = customers.all(drafts.values().stream().map(DraftInvoice::customer).collect(Collectors.toSet()));
        Map<InvoiceId, IssueOutcome> outcomes = new LinkedHashMap<>();
        List<Ready> ready = new ArrayList<>();
        LocalDate today = tenant.get().today(clock);
        for (InvoiceId id : ids) {
            InvoiceRecord invoice = found.get(id);
            if (invoice == null) {
                outcomes.put(id, new IssueOutcome.Unknown(id));
            } else if (invoice.status() != DocumentStatus.DRAFT) {
                outcomes.put(id, past(invoice));
            } else {
                DraftInvoice draft = drafts.get(id);
                InvoiceTotals totals = draft.totals(DraftRules.currency(draft.currency()).orElseThrow());
                Customer customer = Objects.requireNonNull(buyers.get(draft.customer()), "customer");
                List<Fault> faults = DraftRules.checkIssue(draft, customer, totals, today, mail);
                outcomes.put(id, new IssueOutcome.Refused(faults));
                if (faults.isEmpty()) {
                    ready.add(new Ready(invoice, draft, customer, totals, draft.issueDate().orElse(today)));
                }
            }
        }
        if (!ready.isEmpty()) {
            outcomes.putAll(write(ready, mail));
        }
        return outcomes;
    }

    private static IssueOutcome past(InvoiceRecord invoice) {
        return invoice.status() == DocumentStatus.ISSUED ? new IssueOutcome.AlreadyIssued(invoice.id(), invoice.number().orElseThrow())
                : new IssueOutcome.NotADraft(invoice.id(), invoice.status());
    }

    private Map<InvoiceId, IssueOutcome> write(List<Ready> ready, boolean mail) {
        Seller named = seller.read();
        rows.eraseDrafts(ready.stream().map(Ready::id).toList());
        List<InvoiceNumber> drawn = numbers.drawAll(InvoiceNumbers.INVOICES, ready.stream().map(Ready::issueDate).toList());
        List<InvoiceWriter.Frozen> frozen = new ArrayList<>();
        Map<InvoiceId, Map<String, String>> facts = new LinkedHashMap<>();
        Map<InvoiceId, IssueOutcome> outcomes = new LinkedHashMap<>();
        for (int i = 0; i < ready.size(); i++) {
            Ready one = ready.get(i);
            InvoiceNumber number = drawn.get(i);
            InvoiceTotals totals = one.totals();
            LocalDate dueDate = one.draft().dueDate().orElse(one.issueDate().plusDays(one.customer().details().termsDays()));
            frozen.add(new InvoiceWriter.Frozen(one.invoice(), number, one.customer(), one.draft().buyerReference(), one.draft().notes(),
                    one.issueDate(), new DueDate(dueDate, tenant.get().zone()), totals, totals.gross(), false));
            facts.put(one.id(), Map.of("number", number.text(), "amount", totals.gross().toString()));
            audit.record("issued", KIND, one.id().value(), one.draft(),
                    new Issue(number.text(), one.issueDate(), dueDate, totals.net(), totals.tax(), totals.gross(), mail));
            outcomes.put(one.id(), new IssueOutcome.Issued(one.id(), number));
        }
        writer.freeze(frozen, named);
        discounts.freeze(frozen);
        events.noteAll("issued", facts);
        if (mail) {
            outbox.enqueueAll(ready.stream()
                    .map(one -> OutboxRequest.now(MAIL, one.id().value(), Map.of(), MAIL + ":" + one.id())).toList());
        }
        ready.forEach(one -> changes.announce(KIND, one.id().value()));
        return outcomes;
    }
}
