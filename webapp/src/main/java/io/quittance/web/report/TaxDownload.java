package io.quittance.web.report;

import io.quittance.report.boundary.TaxReports;
import io.quittance.web.shell.Downloads;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A tax report for a spreadsheet, for signed-in people. */
@WebServlet("/app/ledger/tax-csv")
public class TaxDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient TaxReports reports;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Period> period = Period.of(request);
        if (period.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String text = reports.csv(period.get().from(), period.get().to(), Optional.empty());
        Downloads.send(response, "text/csv;charset=UTF-8", "tax-" + period.get().from() + "-" + period.get().to() + ".csv",
                text.getBytes(StandardCharsets.UTF_8));
    }
}
