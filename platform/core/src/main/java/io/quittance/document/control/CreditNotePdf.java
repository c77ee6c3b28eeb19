package io.quittance.document.control;

import io.quittance.credit.CreditNote;
import io.quittance.document.PdfDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** A credit note as a PDF file, in its customer's language. */
@ApplicationScoped
public class CreditNotePdf {

    @Inject
    InvoicePage page;
    @Inject
    ElectronicInvoice electronic;
    @Inject
    PdfPress press;

    public PdfDocument of(CreditNote note) {
        String name = new Labels(note.language()).of("credit.file") + "-" + note.number();
        return new PdfDocument(name.replaceAll("[^A-Za-z0-9._-]+", "_") + ".pdf", press.print(page.xhtml(note),
                electronic.of(note), Optional.of(note.issueDate())));
    }
}
