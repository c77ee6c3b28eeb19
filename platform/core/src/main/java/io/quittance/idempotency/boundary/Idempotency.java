package io.quittance.idempotency.boundary;

import io.quittance.access.AccessDenied;
import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.access.Requires;
import io.quittance.idempotency.IdempotentRequest;
import io.quittance.idempotency.OnceOutcome;
import io.quittance.idempotency.StoredAnswer;
import io.quittance.idempotency.control.IdempotencyKeys;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Lets a change and the memory of it commit together. */
@Boundary
public class Idempotency {

    @Inject
    IdempotencyKeys keys;
    @Inject
    Permissions permissions;
    @Inject
    CurrentActor actor;

    /**
     * Does the work in this unit unless its key is known. Two requests with one key at the same instant queue up at the
     * key's row: the second sees the first one's answer, or takes its place when it was rolled back.
     *
     * @param needed the permission that the work's own boundary requires: asked here, since that boundary joins this unit
     * @param work   throws to refuse; then nothing stays, not even the key
     * @throws AccessDenied when the actor lacks the permission
     */
    @Requires({Permission.CUSTOMER_WRITE, Permission.INVOICE_READ, Permission.INVOICE_ISSUE, Permission.INVOICE_WRITE,
        Permission.PAYMENT_RECORD, Permission.PAYMENT_REFUND, Permission.RECONCILIATION_RUN, Permission.PERIOD_CLOSE,
        Permission.ORDER_WRITE, Permission.ORDER_REPLAY, Permission.SETTINGS_WRITE})
    public OnceOutcome once(IdempotentRequest request, Permission needed, Supplier<StoredAnswer> work) {
        if (!permissions.allowed(needed)) {
            throw new AccessDenied(actor.get(), "Idempotency.once", needed.name());
        }
        if (!keys.claim(request)) {
            Optional<StoredAnswer> earlier = keys.answer(request);
            return earlier.<OnceOutcome>map(OnceOutcome.Repeated::new).orElseGet(OnceOutcome.KeyReused::new);
        }
        StoredAnswer answer = work.get();
        keys.keep(request, answer);
        return new OnceOutcome.Done(answer);
    }

    /**
     * Claims the keys of requests that are done together in the open unit, for callers that did not come through {@link #once}.
     * Whoever claims a key here keeps its answer by {@link #keepAll} in the same unit, or lets the unit roll back.
     *
     * @param requests whose keys differ
     * @return the keys that are claimed now; the others are known, or stand for another request
     */
    @Requires(Permission.PAYMENT_RECORD)
    public Set<String> claimAll(List<IdempotentRequest> requests) {
        return keys.claimAll(requests);
    }

    /** Keeps answers by their keys. */
    @Requires(Permission.PAYMENT_RECORD)
    public void keepAll(Map<String, StoredAnswer> answers) {
        keys.keepAll(answers);
    }
}
