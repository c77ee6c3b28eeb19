package io.quittance.plugin.boundary;

import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.plugin.GatewayRoute;
import io.quittance.plugin.InstallationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which tenant a webhook's address proposes. Needed at the door before a tenant is bound, so it asks no permission:
 * knowing a route gives no access, only a signature does.
 */
@ApplicationScoped
public class GatewayRoutes {

    private static final Actor JOB = new Actor.Job("webhook-route");
    private static final int KEPT_MAX = 50_000;

    /** Routes never change, so those found once are kept; unknown ones are not, since they may come to be. */
    private final Map<InstallationId, GatewayRoute> kept = new ConcurrentHashMap<>();

    @Inject
    RouteUnits units;

    public Optional<GatewayRoute> find(InstallationId installation) {
        GatewayRoute known = kept.get(installation);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<GatewayRoute> found = CurrentActor.run(JOB, () -> units.find(installation));
        found.filter(route -> kept.size() < KEPT_MAX).ifPresent(route -> kept.put(installation, route));
        return found;
    }
}
