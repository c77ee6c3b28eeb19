package io.quittance.invoice.boundary;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.customer.Customer;
import io.quittance.customer.boundary.Customers;
import io.quittance.invoice.DocumentStatus;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.DraftOutcome;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.IssueOutcome;
import io.quittance.invoice.control.DraftRules;
import io.quittance.invoice.control.InvoiceEvents;
import io.quittance.invoice.control.InvoiceIssue;
import io.quittance.invoice.control.InvoiceRows;
import io.quittance.invoice.entity.InvoiceRecord;
import io.quittance.live.LiveChanges;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/** From draft to issued. */
@Boundary
public class Invoicing {

    private static final String KIND = "invoice";

    @Inject
    InvoiceRows rows;
    @Inject
    InvoiceIssue issue;
    @Inject
    InvoiceEvents events;
    @Inject
    Customers customers;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges changes;
    @Inject
    CurrentTenant tenant;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    @Requires(Permission.INVOICE_WRITE)
    public DraftOutcome draft(DraftInvoice draft) {
        Optional<Customer> customer = customers.find(draft.customer());
        List<Fault> faults = DraftRules.check(draft, customer);
        if (!faults.isEmpty()) {
            return new DraftOutcome.Refused(faults);
        }
        InvoiceId id = new InvoiceId(ids.next());
        InvoiceRecord invoice = new InvoiceRecord(id, clock.instant(), tenant.get().zone());
        InvoiceTotals totals = write(invoice, draft, customer.get());
        rows.add(invoice);
        note("drafted", id, null, draft);
        return new DraftOutcome.Drafted(id, totals);
    }

    @Requires(Permission.INVOICE_WRITE)
    public DraftOutcome change(InvoiceId id, DraftInvoice draft) {
        Optional<InvoiceRecord> found = rows.lock(id);
        if (found.isEmpty()) {
            return new DraftOutcome.Unknown(id);
        }
        InvoiceRecord invoice = found.get();
        if (invoice.status() != DocumentStatus.DRAFT) {
            return new DraftOutcome.NotADraft(id, invoice.status());
        }
        Optional<Customer> customer = customers.find(draft.customer());
        List<Fault> faults = DraftRules.check(draft, customer);
        if (!faults.isEmpty()) {
            return new DraftOutcome.Refused(faults);
        }
        DraftInvoice before = rows.readDraft(id).orElseThrow();
        InvoiceTotals totals = write(invoice, draft, customer.get());
        note("changed", id, before, draft);
        return new DraftOutcome.Drafted(id, totals);
    }

    /** A draft that is not wanted stays visible as cancelled; it never had a number. */
    @Requires(Permission.INVOICE_WRITE)
    public DraftOutcome discard(InvoiceId id) {
        Optional<InvoiceRecord> found = rows.lock(id);
        if (found.isEmpty()) {
            return new DraftOutcome.Unknown(id);
        }
        InvoiceRecord invoice = found.get();
        if (invoice.status() != DocumentStatus.DRAFT) {
            return new DraftOutcome.NotADraft(id, invoice.status());
        }
        invoice.discard();
        note("discarded", id, rows.readDraft(id).orElseThrow(), null);
        return new DraftOutcome.Discarded(id);
    }

    /** The draft as it was written, to be edited; empty once it is no draft. */
    @Requires(Permission.INVOICE_READ)
    public Optional<DraftInvoice> draftOf(InvoiceId id) {
        return rows.find(id).filter(invoice -> invoice.status() == DocumentStatus.DRAFT).flatMap(invoice -> rows.readDraft(id));
    }

    /**
     * Issues a draft in one unit: number, frozen document, claim, journal entry, audit, and the mail to the customer.
     * Asked twice it answers {@link IssueOutcome.AlreadyIssued}.
     *
     * @param mail whether to send it to the customer; not having an address then refuses the issue
     */
    @Requires(Permission.INVOICE_ISSUE)
    public IssueOutcome issue(InvoiceId id, boolean mail) {
        return issue.issueAll(Set.of(id), mail).get(id);
    }

    /**
     * Issues many drafts in one unit, each as {@link #issue} does; what is refused leaves the others alone. Numbers are
     * drawn together and without a gap, rows are written by the hundred.
     *
     * @return what became of each, in the same order
     */
    @Requires(Permission.INVOICE_ISSUE)
    public Map<InvoiceId, IssueOutcome> issueAll(SequencedSet<InvoiceId> ids, boolean mail) {
        return issue.issueAll(ids, mail);
    }

    private InvoiceTotals write(InvoiceRecord invoice, DraftInvoice draft, Customer customer) {
        InvoiceTotals totals = draft.totals(DraftRules.currency(draft.currency()).orElseThrow());
        invoice.draft(draft, customer, totals.gross());
        rows.writeDraft(invoice.id(), draft);
        return totals;
    }

    private void note(String action, InvoiceId id, DraftInvoice before, DraftInvoice after) {
        events.note(id, action, Map.of());
        audit.record(action, KIND, id.value(), before, after);
        changes.announce(KIND, id.value());
    }
}
