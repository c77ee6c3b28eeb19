package io.quittance.web.description;

import io.quittance.web.rest.Idempotent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PathParam;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The problems that an operation can answer, by status. */
final class Problems {

    private Problems() {
    }

    static Map<String, String> of(Method method, boolean hasBody, boolean isPublic) {
        Map<String, String> problems = new TreeMap<>();
        boolean hasPath = Arrays.stream(method.getParameters()).anyMatch(parameter -> parameter.isAnnotationPresent(PathParam.class));
        boolean reads = method.isAnnotationPresent(GET.class);
        problems.put("400", "The request has faults; errors names each with its field, value and remedy");
        problems.put("406", "None of the accepted media types can be produced");
        problems.put("500", "Something failed on our side; instance names it in the log");
        problems.put("503", "Not available at the moment: come back after Retry-After");
        if (isPublic) {
            problems.put("401", "Nothing proves who is asking");
            problems.put("429", "Too many requests");
        } else {
            problems.put("401", "No token, or one that is not valid here");
            problems.put("403", "The bearer's role does not allow this, or the token names no business here");
        }
        if (hasPath) {
            problems.put("404", "There is no such thing, or it belongs to another business: the two cannot be told apart");
        }
        if (!reads) {
            problems.put("409", method.isAnnotationPresent(Idempotent.class)
                    ? "The present state does not allow this, or the Idempotency-Key was used for another request"
                    : "The present state does not allow this");
            problems.put("422", "Understood and refused");
        }
        if (hasBody) {
            problems.put("413", "The body is too large");
            problems.put("415", "This media type is not read here");
        }
        return problems;
    }
}
