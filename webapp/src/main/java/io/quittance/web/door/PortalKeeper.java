package io.quittance.web.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Lets the holder of a private link see, and pay, the one invoice it was made for. */
@ApplicationScoped
public class PortalKeeper {

    @Inject
    Notices notices;

    boolean admit(HttpServletRequest request, HttpServletResponse response) {
        return notices.notFound(request, response);
    }
}
