package io.quittance.web.report;

import io.quittance.customer.CustomerId;
import io.quittance.document.PdfDocument;
import io.quittance.document.boundary.StatementDocuments;
import io.quittance.web.shell.Downloads;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Currency;
import java.util.Optional;

/** A statement of account as PDF, for signed-in people. */
@WebServlet("/app/customer/statement-pdf")
public class StatementDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient StatementDocuments documents;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PdfDocument> pdf = Downloads.id(request).flatMap(id -> Period.of(request).flatMap(period -> currency(request)
                .flatMap(currency -> documents.pdf(new CustomerId(id), currency, period.from(), period.to()))));
        if (pdf.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Downloads.send(response, "application/pdf", pdf.get().fileName(), pdf.get().content());
    }

    private static Optional<Currency> currency(HttpServletRequest request) {
        String code = request.getParameter("currency");
        return Currency.getAvailableCurrencies().stream().filter(known -> known.getCurrencyCode().equals(code)
                && known.getDefaultFractionDigits() >= 0).findFirst();
    }
}
