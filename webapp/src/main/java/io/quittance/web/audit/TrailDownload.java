package io.quittance.web.audit;

import io.quittance.proof.FileLine;
import io.quittance.proof.HeadFile;
import io.quittance.proof.boundary.TrailExport;
import io.quittance.web.shell.Downloads;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The sealed trail, and its newest head alone, for signed-in people. */
@WebServlet({"/app/audit/export", "/app/audit/head"})
public class TrailDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient TrailExport export;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<HeadFile> head = export.head();
        if (head.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getServletPath().endsWith("/head")) {
            byte[] file = (new FileLine.Head(head.get()).json() + "\n").getBytes(StandardCharsets.UTF_8);
            Downloads.send(response, "application/json", head.get().fileName(), file);
        } else {
            try (OutputStream out = new BufferedOutputStream(Downloads.begin(response, AuditProofResource.LINES, head.get().trailName()))) {
                export.write(head.get(), out);
            }
        }
    }
}
