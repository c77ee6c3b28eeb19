package io.quittance.invoice.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.DraftOutcome;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.IssueOutcome;
import io.quittance.tenancy.Boundary;
import java.util.Optional;

/** From draft to issued. */
@Boundary
public class Invoicing {

    @Requires(Permission.INVOICE_WRITE)
    public DraftOutcome draft(DraftInvoice draft) {
        throw new UnsupportedOperationException();
    }

    @Requires(Permission.INVOICE_WRITE)
    public DraftOutcome change(InvoiceId id, DraftInvoice draft) {
        throw new UnsupportedOperationException();
    }

    /** A draft that is not wanted stays visible as cancelled; it never had a number. */
    @Requires(Permission.INVOICE_WRITE)
    public DraftOutcome discard(InvoiceId id) {
        throw new UnsupportedOperationException();
    }

    /** The draft as it was written, to be edited; empty once it is no draft. */
    @Requires(Permission.INVOICE_READ)
    public Optional<DraftInvoice> draftOf(InvoiceId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Issues a draft in one unit: number, frozen document, claim, journal entry, audit, and the mail to the customer.
     * Asked twice it answers {@link IssueOutcome.AlreadyIssued}.
     *
     * @param mail whether to send it to the customer; not having an address then refuses the issue
     */
    @Requires(Permission.INVOICE_ISSUE)
    public IssueOutcome issue(InvoiceId id, boolean mail) {
        throw new UnsupportedOperationException();
    }
}
