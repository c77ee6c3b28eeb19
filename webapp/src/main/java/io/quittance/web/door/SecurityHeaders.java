package io.quittance.web.door;

import io.quittance.identity.OidcSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;

/** What every answer tells browsers to be careful about. Whoever answers may say it stricter. */
@ApplicationScoped
public class SecurityHeaders {

    private static final String ONE_YEAR = "max-age=31536000";

    @Inject
    OidcSettings settings;

    void add(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        // no other site may show our pages inside its own; pages add what else holds for them
        response.addHeader("Content-Security-Policy", "frame-ancestors 'self'");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        if (settings.baseUrl().startsWith("https:")) {
            response.setHeader("Strict-Transport-Security", ONE_YEAR);
        }
    }
}
