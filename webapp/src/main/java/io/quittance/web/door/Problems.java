package io.quittance.web.door;

import io.quittance.config.Json;
import io.quittance.web.problem.Kind;
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
        return answer(response, Kind.UNAUTHENTICATED, "Sign in first", detail);
    }

    boolean forbidden(HttpServletResponse response, String detail) {
        return answer(response, Kind.FORBIDDEN, "Your role does not allow this", detail);
    }

    boolean unavailable(HttpServletResponse response, String detail) {
        response.setIntHeader("Retry-After", RETRY_SECONDS);
        return answer(response, Kind.UNAVAILABLE, "Not available at the moment", detail);
    }

    private boolean answer(HttpServletResponse response, Kind kind, String title, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:quittance:problem:" + kind.code());
        problem.put("title", title);
        problem.put("status", kind.status());
        problem.put("detail", detail);
        response.setStatus(kind.status());
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
