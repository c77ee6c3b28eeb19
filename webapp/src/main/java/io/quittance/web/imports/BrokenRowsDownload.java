package io.quittance.web.imports;

import io.quittance.imports.ImportId;
import io.quittance.imports.boundary.ImportList;
import io.quittance.web.language.Language;
import io.quittance.web.shell.Downloads;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.util.Optional;

/** The broken rows of an import, with the reason beside each. */
@WebServlet("/app/imports/broken")
public class BrokenRowsDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ImportList list;

    @Inject
    transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Long> id = Downloads.id(request);
        Optional<byte[]> file = id.flatMap(known -> list.brokenRows(new ImportId(known), language.getLocale()));
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Downloads.send(response, "text/csv;charset=UTF-8", "broken-rows-" + id.get() + ".csv", file.get());
    }
}
