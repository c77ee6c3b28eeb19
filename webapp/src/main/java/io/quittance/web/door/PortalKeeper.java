package io.quittance.web.door;

import io.quittance.delivery.OpenedLink;
import io.quittance.delivery.boundary.PortalLinks;
import io.quittance.tenancy.TenantStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * Lets the holder of a private link ({@code /p/token}) see, and pay, the one invoice it was made for. The token in the path is
 * the only credential looked at: a session or a bearer token adds nothing.
 */
@ApplicationScoped
public class PortalKeeper {

    private static final String PREFIX = "/p/";
    private static final int LONGEST_TOKEN = 200;

    @Inject
    PortalLinks links;

    @Inject
    Notices notices;

    boolean admit(HttpServletRequest request, HttpServletResponse response) {
        Optional<OpenedLink> opened = token(Door.path(request)).flatMap(links::open);
        if (opened.isEmpty()) {
            return notices.notFound(request, response);
        }
        if (opened.get().tenant().status() != TenantStatus.ACTIVE) {
            return notices.suspended(request, response);
        }
        Admission.into(opened.get().tenant(), opened.get().debtor()).grant(request);
        return true;
    }

    private static Optional<String> token(String path) {
        if (!path.startsWith(PREFIX)) {
            return Optional.empty();
        }
        int end = path.indexOf('/', PREFIX.length());
        String token = path.substring(PREFIX.length(), end < 0 ? path.length() : end);
        return token.isEmpty() || token.length() > LONGEST_TOKEN ? Optional.empty() : Optional.of(token);
    }
}
