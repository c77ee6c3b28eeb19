package io.quittance.web.problem;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;

/** Puts a problem into a response. */
final class ProblemResponse {

    private ProblemResponse() {
    }

    static Response of(Problem problem) {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).cacheControl(never).entity(problem).build();
    }
}
