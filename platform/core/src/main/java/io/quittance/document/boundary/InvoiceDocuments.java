package io.quittance.document.boundary;

import io.quittance.document.PdfDocument;
import io.quittance.invoice.InvoiceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Invoices as PDF. Asks the invoice feature for the figures, so whoever may read the invoice may have its PDF. */
@ApplicationScoped
public class InvoiceDocuments {

    /** Of an issued invoice, or of a draft (marked as such); empty when there is no such invoice. */
    public Optional<PdfDocument> pdf(InvoiceId id) {
        throw new UnsupportedOperationException();
    }
}
