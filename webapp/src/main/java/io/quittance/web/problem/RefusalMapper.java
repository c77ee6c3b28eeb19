package io.quittance.web.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers refusals in the caller's language. */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(Refusal refusal) {
        return ProblemResponse.of(refusal.in(CallerLanguage.of(headers)));
    }
}
