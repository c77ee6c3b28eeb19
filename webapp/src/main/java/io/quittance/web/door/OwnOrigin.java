package io.quittance.web.door;

import io.quittance.identity.OidcSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Guards the door's own forms against being sent from other sites; the session cookie's SameSite is the other guard. */
@ApplicationScoped
public class OwnOrigin {

    @Inject
    OidcSettings settings;

    /** Was the form sent from a page of ours, as far as the browser says? Every browser of today names the origin of a POST. */
    boolean sent(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin != null && settings.baseUrl().startsWith(origin)
                && (settings.baseUrl().length() == origin.length() || settings.baseUrl().charAt(origin.length()) == '/');
    }
}
