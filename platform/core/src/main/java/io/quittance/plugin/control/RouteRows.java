package io.quittance.plugin.control;

import io.quittance.plugin.GatewayRoute;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.entity.RouteRecord;
import io.quittance.tenancy.Platform;
import io.quittance.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;

/** Routes in the platform schema. */
@ApplicationScoped
public class RouteRows {

    @Inject
    @Platform
    EntityManager entities;
    @Inject
    Clock clock;

    public Optional<GatewayRoute> find(InstallationId installation) {
        return Optional.ofNullable(entities.find(RouteRecord.class, installation.value())).map(RouteRecord::route);
    }

    public Optional<GatewayRoute> find(TenantId tenant, PluginId plugin) {
        return entities.createQuery("SELECT r FROM RouteRecord r WHERE r.tenant = :tenant AND r.plugin = :plugin", RouteRecord.class)
            .setParameter("tenant", tenant.value()).setParameter("plugin", plugin.value())
            .getResultStream().findFirst().map(RouteRecord::route);
    }

    public void add(GatewayRoute route) {
        entities.persist(new RouteRecord(route, clock.instant()));
    }
}
