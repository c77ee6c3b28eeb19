package io.quittance.credit.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.credit.CreditNote;
import io.quittance.credit.CreditNoteId;
import io.quittance.credit.CreditOrder;
import io.quittance.credit.CreditOutcome;
import io.quittance.credit.CreditRoom;
import io.quittance.credit.PreviewOutcome;
import io.quittance.credit.control.CreditIssue;
import io.quittance.credit.control.CreditRooms;
import io.quittance.credit.control.CreditRows;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Credits issued invoices. */
@Boundary
public class CreditNotes {

    @Inject
    CreditIssue issue;
    @Inject
    CreditRooms rooms;
    @Inject
    CreditRows rows;
    @Inject
    InvoiceList invoices;

    /** What may still be credited of an invoice; empty when there is no such invoice. */
    @Requires({Permission.INVOICE_CORRECT, Permission.INVOICE_READ})
    public Optional<CreditRoom> room(InvoiceId invoice) {
        return invoices.find(invoice).map(rooms::read);
    }

    /** What the wish would do. Changes nothing. */
    @Requires(Permission.INVOICE_CORRECT)
    public PreviewOutcome preview(CreditOrder order) {
        return issue.preview(order);
    }

    /** Issues a credit note at once, or keeps the wish for a second person when it is above the tenant's limit. */
    @Requires(Permission.INVOICE_CORRECT)
    public CreditOutcome issue(CreditOrder order) {
        return issue.ask(order);
    }

    @Requires(Permission.INVOICE_READ)
    public Optional<CreditNote> find(CreditNoteId id) {
        return rows.find(id);
    }

    /** Oldest first. */
    @Requires(Permission.INVOICE_READ)
    public List<CreditNote> ofInvoice(InvoiceId invoice) {
        return rows.ofInvoice(invoice);
    }

    /** Newest first. */
    @Requires(Permission.INVOICE_READ)
    public List<CreditNote> latest(int limit) {
        return rows.latest(limit);
    }
}
