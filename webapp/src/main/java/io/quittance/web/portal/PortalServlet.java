package io.quittance.web.portal;

import io.quittance.delivery.ViewEvidence;
import io.quittance.delivery.boundary.Portal;
import io.quittance.document.PdfDocument;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.web.door.SignedIn;
import io.quittance.web.shell.Downloads;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Serves private links. The door has proved the token already; here it is only part of the address. */
@WebServlet("/p/*")
public class PortalServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/portal/invoice.xhtml";

    @Inject
    transient Portal portal;

    @Inject
    transient CurrentTenant tenant;

    @Inject
    transient SignedIn signedIn;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Optional<PortalPath> path = PortalPath.of(request);
        if (path.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "private, no-store");
        boolean post = request.getMethod().equals("POST");
        switch (path.get().rest() + (post ? " POST" : "")) {
            case "", "/", " POST", "/ POST" -> {
                path.get().keepIn(request);
                request.getRequestDispatcher(PAGE).forward(request, response);
            }
            case "/pdf" -> {
                PdfDocument pdf = portal.pdf();
                Downloads.send(response, "application/pdf", pdf.fileName(), pdf.content());
            }
            case "/viewed POST" -> {
                portal.viewed(evidence(request));
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private ViewEvidence evidence(HttpServletRequest request) {
        String millis = Optional.ofNullable(request.getParameter("visible")).filter(text -> text.matches("\\d{1,7}")).orElse("0");
        String purpose = Stream.of("Sec-Purpose", "Purpose", "X-Moz").map(request::getHeader)
                .filter(header -> header != null && !header.isBlank()).collect(Collectors.joining(" "));
        boolean ownStaff = signedIn.getBusinesses().stream().anyMatch(business -> business.alias().equals(tenant.get().slug()));
        return new ViewEvidence(request.getMethod(), Optional.ofNullable(request.getHeader("User-Agent")).orElse(""), purpose,
                Duration.ofMillis(Long.parseLong(millis)), ownStaff);
    }
}
