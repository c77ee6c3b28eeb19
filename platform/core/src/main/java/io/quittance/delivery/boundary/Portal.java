package io.quittance.delivery.boundary;

import io.quittance.access.AccessDenied;
import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.delivery.ViewEvidence;
import io.quittance.document.PdfDocument;
import io.quittance.document.boundary.InvoiceDocuments;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.invoice.boundary.InvoiceTimeline;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;

/** What the holder of a private link can do. The invoice is always the link's own, so none takes an id. */
@Boundary
public class Portal {

    @Inject
    CurrentActor actor;
    @Inject
    InvoiceList invoices;
    @Inject
    InvoiceDocuments documents;
    @Inject
    InvoiceTimeline timeline;

    @Requires(Permission.PORTAL_VIEW)
    public InvoiceView invoice() {
        InvoiceId id = own();
        return invoices.find(id).orElseThrow(() -> new IllegalStateException("a link names invoice " + id + ", which is not there"));
    }

    @Requires(Permission.PORTAL_VIEW)
    public PdfDocument pdf() {
        return documents.pdf(invoice());
    }

    /** Notes that the debtor viewed the invoice, if the evidence says so. @return whether it counted */
    @Requires(Permission.PORTAL_VIEW)
    public boolean viewed(ViewEvidence evidence) {
        if (!evidence.isHumanView()) {
            return false;
        }
        timeline.viewed(own());
        return true;
    }

    private InvoiceId own() {
        if (actor.get() instanceof Actor.Debtor debtor) {
            return new InvoiceId(debtor.invoiceId());
        }
        throw new AccessDenied(actor.get(), "Portal", "a private link");
    }
}
