package io.quittance.web.problem;

import io.quittance.access.AccessDenied;
import io.quittance.tenancy.NoTenantBound;
import io.quittance.tenancy.SqlFailure;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers everything else that ends a request: a missing permission, what the JAX-RS runtime refuses, and defects. A
 * defect is logged under a random name, and the caller learns only that name.
 */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(FailureMapper.class);

    private static final int RETRY_SECONDS = 15;

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(Throwable failure) {
        Locale language = CallerLanguage.of(headers);
        return switch (failure) {
            case AccessDenied denied -> answer(Kind.FORBIDDEN, language);
            case NoTenantBound unbound -> answer(Kind.FORBIDDEN, language);
            case WebApplicationException refused -> runtime(refused, language);
            default -> SqlFailure.isPassing(failure) ? away(failure, language) : defect(failure, language);
        };
    }

    /** The database is away, full or in a deadlock: the same request may be sent again, under the same key. */
    private static Response away(Throwable failure, Locale language) {
        LOG.warn("a request was turned away, the database cannot serve it now: {}", failure.getMessage());
        ProblemTexts words = new ProblemTexts(language);
        Problem problem = Problem.of(Kind.UNAVAILABLE, words.title(Kind.UNAVAILABLE), words.of("database.away"), "", List.of());
        return Response.fromResponse(ProblemResponse.of(problem)).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build();
    }

    private static Response runtime(WebApplicationException refused, Locale language) {
        int status = refused.getResponse().getStatus();
        if (status < Response.Status.BAD_REQUEST.getStatusCode()) {
            return refused.getResponse();
        }
        if (status >= Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
            return defect(refused, language);
        }
        Response problem = answer(Kind.ofStatus(status), language);
        String allow = refused.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null ? problem : Response.fromResponse(problem).header(HttpHeaders.ALLOW, allow).build();
    }

    private static Response defect(Throwable failure, Locale language) {
        String instance = "urn:uuid:" + UUID.randomUUID();
        LOG.error("a request failed: {}", instance, failure);
        ProblemTexts words = new ProblemTexts(language);
        return ProblemResponse.of(Problem.of(Kind.INTERNAL, words.title(Kind.INTERNAL), "", instance, List.of()));
    }

    private static Response answer(Kind kind, Locale language) {
        return ProblemResponse.of(Problem.of(kind, new ProblemTexts(language).title(kind), "", "", List.of()));
    }
}
