package io.quittance.web.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.PaymentRequest;
import io.quittance.allocation.boundary.GroupedPayments;
import io.quittance.config.Json;
import io.quittance.idempotency.IdempotentRequest;
import io.quittance.idempotency.OnceOutcome;
import io.quittance.idempotency.StoredAnswer;
import io.quittance.idempotency.boundary.Idempotency;
import io.quittance.payment.PaymentView;
import io.quittance.retry.Retry;
import io.quittance.retry.RetryPolicy;
import io.quittance.tenancy.SqlFailure;
import io.quittance.web.problem.Kind;
import io.quittance.web.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers operations marked {@link Idempotent}: the first time by doing them, then by the first answer. */
@ApplicationScoped
public class Once {

    private static final Logger LOG = LoggerFactory.getLogger(Once.class);
    private static final int TRIES = 4;
    private static final int ACCEPTED = 202;
    private static final RetryPolicy CONTENDED = new RetryPolicy(Duration.ofMillis(10), Duration.ofMillis(100), TRIES);
    private static final String REPEATED = "Idempotency-Repeated";

    @Inject
    Idempotency idempotency;
    @Inject
    GroupedPayments grouped;
    @Inject
    Permissions permissions;
    @Inject
    Retry retry;
    @Inject
    Json json;

    /** What an operation answers when it happens. @param location empty for none */
    public record Answer(Response.Status status, String location, Object body) {
    }

    /**
     * @param needed what the operation's boundary requires
     * @param work   throws a {@link Refusal} to refuse: then nothing changed and the key may be used again
     */
    public Response answer(ContainerRequestContext request, Permission needed, Supplier<Answer> work) {
        IdempotentRequest once = (IdempotentRequest) request.getProperty(IdempotencyFilter.PROPERTY);
        return answered(patiently(() -> idempotency.once(once, needed, () -> stored(work.get()))));
    }

    /**
     * For an operation that keeps something first and answers by how it stands afterwards, at the first request and at repetitions.
     *
     * @param work says what was kept; throws a {@link Refusal} to refuse
     * @return what the work said, at the first request or at this one
     */
    public String kept(ContainerRequestContext request, Permission needed, Supplier<String> work) {
        IdempotentRequest once = (IdempotentRequest) request.getProperty(IdempotencyFilter.PROPERTY);
        return switch (patiently(() -> idempotency.once(once, needed, () -> new StoredAnswer(ACCEPTED, "", work.get())))) {
            case OnceOutcome.Done done -> done.answer().body();
            case OnceOutcome.Repeated repeated -> repeated.answer().body();
            case OnceOutcome.KeyReused reused -> throw Refusal.of(Kind.IDEMPOTENCY_KEY_REUSED);
        };
    }

    private static Response answered(OnceOutcome outcome) {
        return switch (outcome) {
            case OnceOutcome.Done done -> response(done.answer()).build();
            case OnceOutcome.Repeated repeated -> response(repeated.answer()).header(REPEATED, "true").build();
            case OnceOutcome.KeyReused reused -> throw Refusal.of(Kind.IDEMPOTENCY_KEY_REUSED);
        };
    }

    /**
     * Like {@link #answer}, for a payment that may be recorded together with those of other requests.
     *
     * @param payment   may throw a {@link Refusal}
     * @param described writes the answer; may be called by another request's thread
     * @param work      does the same alone
     */
    public Response answerTogether(ContainerRequestContext request, Supplier<ManualPayment> payment,
            Function<PaymentView, Answer> described, Supplier<Answer> work) {
        if (!permissions.allowed(Permission.PAYMENT_RECORD)) {
            return answer(request, Permission.PAYMENT_RECORD, work);
        }
        IdempotentRequest once = (IdempotentRequest) request.getProperty(IdempotencyFilter.PROPERTY);
        PaymentRequest wish = new PaymentRequest(once, payment.get(), view -> stored(described.apply(view)));
        return answered(grouped.record(wish, () ->
                patiently(() -> idempotency.once(once, Permission.PAYMENT_RECORD, () -> stored(work.get())))));
    }

    /** Many that wait for one key may be turned away by the server as a deadlock. Doing it again is harmless: it has a key. */
    private OnceOutcome patiently(Supplier<OnceOutcome> request) {
        for (int attempt = 1; attempt < TRIES; attempt++) {
            try {
                return request.get();
            } catch (SqlFailure failure) {
                if (!SqlFailure.isPassing(failure)) {
                    throw failure;
                }
                LOG.info("a request is tried again", failure);
                retry.pause(CONTENDED, attempt);
            }
        }
        return request.get();
    }

    /** The key under which a feature may remember the request too, apart from the keys of other doors. */
    public static String key(ContainerRequestContext request) {
        IdempotentRequest once = (IdempotentRequest) request.getProperty(IdempotencyFilter.PROPERTY);
        return "api:" + UUID.nameUUIDFromBytes(once.key().getBytes(StandardCharsets.US_ASCII));
    }

    private StoredAnswer stored(Answer answer) {
        try {
            String body = JsonBodies.writer(json).writeValueAsString(answer.body());
            return new StoredAnswer(answer.status().getStatusCode(), answer.location(), body);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("an answer cannot be written as JSON", defect);
        }
    }

    private static Response.ResponseBuilder response(StoredAnswer answer) {
        Response.ResponseBuilder builder = Response.status(answer.status()).type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer.body().getBytes(StandardCharsets.UTF_8));
        return answer.location().isEmpty() ? builder : builder.header(HttpHeaders.LOCATION, answer.location());
    }
}
