package io.quittance.allocation.boundary;

import io.quittance.access.ActedBy;
import io.quittance.access.CurrentActor;
import io.quittance.allocation.PaymentRequest;
import io.quittance.allocation.control.Together;
import io.quittance.idempotency.OnceOutcome;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records the payments of all callers of one tenant that wait at the same time in one unit of work: one round of statements and
 * one commit for all of them. A caller gets its answer after that commit, so a crash leaves each either without an answer or
 * with a payment that stands. Who comes alone, or among few, waits for nobody.
 */
@ApplicationScoped
public class GroupedPayments {

    private static final Logger LOG = LoggerFactory.getLogger(GroupedPayments.class);
    /** So many at a time are fastest each in a transaction of its own: their commits reach the disk together. */
    private static final int FEW = 8;
    private static final int MOST = 64;

    @Inject
    PaymentGroup group;
    @Inject
    CurrentTenant tenant;
    @Inject
    CurrentActor actor;

    private final Map<TenantId, Together<ActedBy<PaymentRequest>, Optional<OnceOutcome>>> tenants = new ConcurrentHashMap<>();

    /**
     * Must not be called inside a unit of work.
     *
     * @param alone does the same request in a unit of its own: asked when it is not plain, or when the group was spoilt by a
     *              member; must be safe after a commit whose answer was lost, as everything under an idempotency key is
     */
    public OnceOutcome record(PaymentRequest request, Supplier<OnceOutcome> alone) {
        return tenants.computeIfAbsent(tenant.get().id(), first -> new Together<>(FEW, MOST, this::together))
                .take(new ActedBy<>(actor.get(), request)).orElseGet(alone);
    }

    private List<Optional<OnceOutcome>> together(List<ActedBy<PaymentRequest>> requests) {
        try {
            return group.record(requests);
        } catch (RuntimeException spoilt) {
            LOG.info("{} payments go one by one: {}", requests.size(), spoilt.getMessage());
            return Collections.nCopies(requests.size(), Optional.empty());
        }
    }
}
