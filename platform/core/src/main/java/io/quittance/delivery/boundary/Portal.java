package io.quittance.delivery.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.delivery.ViewEvidence;
import io.quittance.document.PdfDocument;
import io.quittance.invoice.InvoiceView;
import io.quittance.tenancy.Boundary;

/** What the holder of a private link can do. The invoice is always the link's own, so none takes an id. */
@Boundary
public class Portal {

    @Requires(Permission.PORTAL_VIEW)
    public InvoiceView invoice() {
        throw new UnsupportedOperationException();
    }

    @Requires(Permission.PORTAL_VIEW)
    public PdfDocument pdf() {
        throw new UnsupportedOperationException();
    }

    /** Notes that the debtor viewed the invoice, if the evidence says so. @return whether it counted */
    @Requires(Permission.PORTAL_VIEW)
    public boolean viewed(ViewEvidence evidence) {
        throw new UnsupportedOperationException();
    }
}
