package io.quittance.web.door;

import io.quittance.config.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers of the REST door as problem+json (RFC 9457). */
@ApplicationScoped
public class Problems {

    private static final int RETRY_SECONDS = 15;

    @Inject
    Json json;

    /** @param error RFC 6750 error code; empty when no token was shown at all */
    boolean unauthorised(HttpServletResponse response, String error, String detail) {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"quittance\"" + (error.isEmpty() ? "" : ", error=\"" + error + "\""));
        return answer(response, HttpServletResponse.SC_UNAUTHORIZED, "Unauthorized", detail);
    }

    boolean forbidden(HttpServletResponse response, String detail) {
        return answer(response, HttpServletResponse.SC_FORBIDDEN, "Forbidden", detail);
    }

    boolean unavailable(HttpServletResponse response, String detail) {
        response.setIntHeader("Retry-After", RETRY_SECONDS);
        return answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Service Unavailable", detail);
    }

    private boolean answer(HttpServletResponse response, int status, String title, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setHeader("Cache-Control", "no-store");
        try {
            response.getOutputStream().write(json.write(problem).getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return false;
    }
}
