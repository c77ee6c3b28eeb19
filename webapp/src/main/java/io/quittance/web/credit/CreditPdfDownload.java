package io.quittance.web.credit;

import io.quittance.credit.CreditNoteId;
import io.quittance.document.PdfDocument;
import io.quittance.document.boundary.CreditNoteDocuments;
import io.quittance.web.shell.Downloads;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** A credit note's PDF for signed-in people. */
@WebServlet("/app/invoice/credit-note-pdf")
public class CreditPdfDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CreditNoteDocuments documents;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PdfDocument> pdf = Downloads.id(request).flatMap(id -> documents.pdf(new CreditNoteId(id)));
        if (pdf.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Downloads.send(response, "application/pdf", pdf.get().fileName(), pdf.get().content());
    }
}
