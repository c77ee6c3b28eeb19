package io.quittance.web.banking;

import io.quittance.banking.BankFile;
import io.quittance.banking.BatchId;
import io.quittance.banking.boundary.BatchUnits;
import io.quittance.web.shell.Downloads;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The file of a released batch, for signed-in people. */
@WebServlet("/app/banking/file")
public class BankFileDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient BatchUnits batches;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<BankFile> file = Downloads.id(request).flatMap(id -> batches.file(new BatchId(id)));
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Downloads.send(response, file.get().mediaType(), file.get().name(), file.get().content());
    }
}
