package io.quittance.web.ledger;

import io.quittance.ledger.boundary.JournalExport;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.time.LocalDate;

/** The whole journal as plain text, for signed-in people. */
@WebServlet("/app/ledger/journal")
public class JournalFile extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    @Inject
    transient JournalExport export;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"books.journal\"");
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        export.write(response.getOutputStream(), LocalDate.EPOCH, LAST);
    }
}
