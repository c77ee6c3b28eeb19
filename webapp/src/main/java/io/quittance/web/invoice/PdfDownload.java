package io.quittance.web.invoice;

import io.quittance.document.PdfDocument;
import io.quittance.document.boundary.InvoiceDocuments;
import io.quittance.invoice.InvoiceId;
import io.quittance.web.shell.Downloads;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.util.Optional;

/** An invoice's PDF for signed-in people. */
@WebServlet("/app/invoice/pdf")
public class PdfDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient InvoiceDocuments documents;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PdfDocument> pdf = Downloads.id(request).flatMap(id -> documents.pdf(new InvoiceId(id)));
        if (pdf.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Downloads.send(response, "application/pdf", pdf.get().fileName(), pdf.get().content());
    }
}
