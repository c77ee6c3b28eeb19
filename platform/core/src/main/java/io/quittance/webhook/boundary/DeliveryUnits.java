package io.quittance.webhook.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.tenancy.Boundary;
import io.quittance.webhook.DeliveryState;
import io.quittance.webhook.control.DeliveryRows;
import io.quittance.webhook.control.DueDelivery;
import io.quittance.webhook.control.EndpointHealth;
import io.quittance.webhook.control.Tried;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The units of work around the tries of deliveries: the endpoint first, then the delivery. The worker's, nobody else's. */
@Boundary
public class DeliveryUnits {

    @Inject
    DeliveryRows rows;
    @Inject
    EndpointHealth health;

    /** @param busy endpoints that are not to be called more at once */
    @Requires(Permission.SYSTEM)
    public List<DueDelivery> claim(int most, Set<Long> busy) {
        return rows.claim(most, busy);
    }

    @Requires(Permission.SYSTEM)
    public void delivered(DueDelivery delivery, Tried tried) {
        health.good(delivery.endpoint());
        rows.note(delivery, tried);
        rows.leave(delivery, DeliveryState.DELIVERED, Optional.empty(), tried);
    }

    /** @param next when it is tried again; empty to give it up */
    @Requires(Permission.SYSTEM)
    public void failed(DueDelivery delivery, Tried tried, Optional<Instant> next) {
        boolean goesOn = health.bad(delivery.endpoint()) && next.isPresent();
        rows.note(delivery, tried);
        rows.leave(delivery, goesOn ? DeliveryState.WAITING : DeliveryState.DEAD, next, tried);
    }

    /** The endpoint says that it is no more (410), and so it is not told any more. */
    @Requires(Permission.SYSTEM)
    public void gone(DueDelivery delivery, Tried tried) {
        health.gone(delivery.endpoint());
        rows.note(delivery, tried);
        rows.leave(delivery, DeliveryState.DEAD, Optional.empty(), tried);
    }

    /** It was not tried after all. */
    @Requires(Permission.SYSTEM)
    public void putBack(DueDelivery delivery, Instant next) {
        rows.putBack(delivery.id(), next);
    }

    @Requires(Permission.SYSTEM)
    public Optional<Instant> nextDue() {
        return rows.nextDue();
    }
}
