package io.quittance.order.boundary;

import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.order.ChannelId;
import io.quittance.order.OrderRoute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which tenant and account a delivery's address proposes. Asked at the door before a tenant is bound: knowing a route gives no access,
 * only a signature does. Never within a unit of work of a tenant.
 */
@ApplicationScoped
public class OrderRoutes {

    private static final Actor JOB = new Actor.Job("order-route");
    private static final int KEPT_MAX = 50_000;

    /** Routes never change, so those found once are kept; unknown ones are not, since they may come to be. */
    private final Map<String, OrderRoute> kept = new ConcurrentHashMap<>();

    @Inject
    OrderRouteUnits units;

    public Optional<OrderRoute> find(String token) {
        OrderRoute known = kept.get(token);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<OrderRoute> found = OrderRoute.isWellFormed(token) ? CurrentActor.run(JOB, () -> units.find(token)) : Optional.empty();
        found.filter(route -> kept.size() < KEPT_MAX).ifPresent(route -> kept.put(token, route));
        return found;
    }

    /** Where the current tenant's account takes deliveries: always the same, made when first asked for. Needs SETTINGS_WRITE. */
    public OrderRoute of(ChannelId channel) {
        return units.route(channel);
    }
}
