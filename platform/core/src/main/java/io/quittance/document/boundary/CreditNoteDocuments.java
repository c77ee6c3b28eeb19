package io.quittance.document.boundary;

import io.quittance.credit.CreditNote;
import io.quittance.credit.CreditNoteId;
import io.quittance.credit.boundary.CreditNotes;
import io.quittance.document.PdfDocument;
import io.quittance.document.control.CreditNotePdf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Credit notes as PDF. Asks the credit feature for the figures, so whoever may read the credit note may have its PDF. */
@ApplicationScoped
public class CreditNoteDocuments {

    @Inject
    CreditNotes notes;
    @Inject
    CreditNotePdf pdf;

    /** Empty when there is no such credit note. */
    public Optional<PdfDocument> pdf(CreditNoteId id) {
        return notes.find(id).map(pdf::of);
    }

    /** Of a credit note that the caller has read already. */
    public PdfDocument pdf(CreditNote note) {
        return pdf.of(note);
    }
}
