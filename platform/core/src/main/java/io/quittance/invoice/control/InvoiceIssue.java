package io.quittance.invoice.control;

import io.quittance.Fault;
import io.quittance.audit.AuditTrail;
import io.quittance.customer.Customer;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a draft into an issued invoice: decides first, then draws the number, then writes. */
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

    public IssueOutcome issue(InvoiceId id, boolean mail) {
        Optional<InvoiceRecord> found = rows.lock(id);
        if (found.isEmpty()) {
            return new IssueOutcome.Unknown(id);
        }
        InvoiceRecord invoice = found.get();
        if (invoice.status() == DocumentStatus.ISSUED) {
            return new IssueOutcome.AlreadyIssued(id, invoice.number().orElseThrow());
        }
        if (invoice.status() != DocumentStatus.DRAFT) {
            return new IssueOutcome.NotADraft(id, invoice.status());
        }
        DraftInvoice draft = rows.readDraft(id).orElseThrow();
        Customer customer = customers.find(draft.customer()).orElseThrow();
        InvoiceTotals totals = InvoiceTotals.of(draft.lines(), DraftRules.currency(draft.currency()).orElseThrow());
        LocalDate today = tenant.get().today(clock);
        List<Fault> faults = DraftRules.checkIssue(draft, customer, totals, today, mail);
        return faults.isEmpty() ? write(invoice, draft, customer, totals, today, mail) : new IssueOutcome.Refused(faults);
    }

    private IssueOutcome write(InvoiceRecord invoice, DraftInvoice draft, Customer customer, InvoiceTotals totals, LocalDate today,
            boolean mail) {
        LocalDate issueDate = draft.issueDate().orElse(today);
        LocalDate dueDate = draft.dueDate().orElse(issueDate.plusDays(customer.details().termsDays()));
        DueDate due = new DueDate(dueDate, tenant.get().zone());
        InvoiceId id = invoice.id();
        Seller named = seller.read();
        rows.eraseDraft(id);
        InvoiceNumber number = numbers.draw(InvoiceNumbers.INVOICES, issueDate);
        writer.freeze(List.of(new InvoiceWriter.Frozen(invoice, number, customer, draft.buyerReference(), draft.notes(), issueDate, due,
                totals, totals.gross(), false)), named);
        discounts.freeze(id, customer.id(), issueDate, totals);
        events.note(id, "issued", Map.of("number", number.text(), "amount", totals.gross().toString()));
        audit.record("issued", KIND, id.value(), draft,
                new Issue(number.text(), issueDate, dueDate, totals.net(), totals.tax(), totals.gross(), mail));
        if (mail) {
            outbox.enqueue(OutboxRequest.now(MAIL, id.value(), Map.of(), MAIL + ":" + id));
        }
        changes.announce(KIND, id.value());
        return new IssueOutcome.Issued(id, number);
    }
}
