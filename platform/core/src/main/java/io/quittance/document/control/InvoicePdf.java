package io.quittance.document.control;

import io.quittance.document.PdfDocument;
import io.quittance.invoice.InvoiceView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An invoice as a PDF file, in its customer's language. */
@ApplicationScoped
public class InvoicePdf {

    @Inject
    InvoicePage page;
    @Inject
    ElectronicInvoice electronic;
    @Inject
    PdfPress press;

    public PdfDocument of(InvoiceView invoice) {
        Labels labels = new Labels(invoice.language());
        String name = labels.of("file") + invoice.row().number().map(number -> "-" + number).orElse("");
        return new PdfDocument(name.replaceAll("[^A-Za-z0-9._-]+", "_") + ".pdf", press.print(page.xhtml(invoice),
                electronic.of(invoice), invoice.row().issueDate()));
    }
}
