package io.quittance.document.boundary;

import io.quittance.document.PdfDocument;
import io.quittance.document.control.InvoicePage;
import io.quittance.document.control.InvoicePdf;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.boundary.InvoiceList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Invoices as PDF. Asks the invoice feature for the figures, so whoever may read the invoice may have its PDF. */
@ApplicationScoped
public class InvoiceDocuments {

    @Inject
    InvoiceList invoices;
    @Inject
    InvoicePage page;
    @Inject
    InvoicePdf pdf;

    /** Of an issued invoice, or of a draft (marked as such); empty when there is no such invoice. */
    public Optional<PdfDocument> pdf(InvoiceId id) {
        return invoices.find(id).map(pdf::of);
    }

    /** Of an invoice that the caller has read already. */
    public PdfDocument pdf(InvoiceView invoice) {
        return pdf.of(invoice);
    }

    /** What is printed of an invoice that the caller has read already, as XHTML. */
    public String markup(InvoiceView invoice) {
        return page.xhtml(invoice);
    }
}
