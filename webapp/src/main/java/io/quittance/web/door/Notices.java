package io.quittance.web.door;

import io.quittance.identity.OidcSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What the door tells a person whom it does not let in: where to sign in, or a plain page that says why not. The pages need
 * neither Faces nor a session nor the database.
 */
@ApplicationScoped
public class Notices {

    private static final int RETRY_SECONDS = 15;
    private static final String TEMPLATE = "notice.html";

    @Inject
    OidcSettings settings;

    /** Sends the browser to sign in and to come back to what it asked for; a partial Faces request is sent there by Faces' own means. */
    boolean signIn(HttpServletRequest request, HttpServletResponse response) {
        boolean partial = "partial/ajax".equals(request.getHeader("Faces-Request"));
        boolean repeatable = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        String query = request.getQueryString();
        String target = repeatable ? Door.path(request) + (query == null ? "" : "?" + query) : Door.path(request);
        String location = settings.baseUrl() + "/signin?to=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
        if (partial) {
            response.setContentType("text/xml");
            write(response, "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                    + escape(location) + "\"></redirect></partial-response>");
        } else {
            redirect(response, location);
        }
        return false;
    }

    boolean signInUnavailable(HttpServletRequest request, HttpServletResponse response) {
        response.setIntHeader("Retry-After", RETRY_SECONDS);
        return show(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "signInUnavailable");
    }

    boolean signInFailed(HttpServletRequest request, HttpServletResponse response) {
        return show(request, response, HttpServletResponse.SC_BAD_REQUEST, "signInFailed");
    }

    boolean starting(HttpServletRequest request, HttpServletResponse response) {
        response.setIntHeader("Retry-After", RETRY_SECONDS);
        return show(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "starting");
    }

    boolean away(HttpServletRequest request, HttpServletResponse response) {
        response.setIntHeader("Retry-After", RETRY_SECONDS);
        return show(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "away");
    }

    boolean noBusiness(HttpServletRequest request, HttpServletResponse response) {
        return show(request, response, HttpServletResponse.SC_FORBIDDEN, "noBusiness");
    }

    boolean beingSetUp(HttpServletRequest request, HttpServletResponse response) {
        response.setIntHeader("Retry-After", RETRY_SECONDS);
        return show(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "beingSetUp");
    }

    boolean suspended(HttpServletRequest request, HttpServletResponse response) {
        return show(request, response, HttpServletResponse.SC_FORBIDDEN, "suspended");
    }

    boolean notAllowed(HttpServletRequest request, HttpServletResponse response) {
        return show(request, response, HttpServletResponse.SC_FORBIDDEN, "notAllowed");
    }

    boolean notFound(HttpServletRequest request, HttpServletResponse response) {
        return show(request, response, HttpServletResponse.SC_NOT_FOUND, "notFound");
    }

    static void redirect(HttpServletResponse response, String location) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", location);
        response.setStatus(HttpServletResponse.SC_FOUND);
    }

    private static boolean show(HttpServletRequest request, HttpServletResponse response, int status, String key) {
        Locale locale = Languages.of(request);
        ResourceBundle texts = ResourceBundle.getBundle("io.quittance.web.door.notices", locale);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        write(response, template()
                .replace("{language}", locale.getLanguage())
                .replace("{title}", escape(texts.getString(key + ".title")))
                .replace("{text}", escape(texts.getString(key + ".text")))
                .replace("{home}", escape(texts.getString("home"))));
        return false;
    }

    private static void write(HttpServletResponse response, String text) {
        try {
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String template() {
        try (InputStream in = Notices.class.getResourceAsStream(TEMPLATE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(TEMPLATE + " is missing from the archive", broken);
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
