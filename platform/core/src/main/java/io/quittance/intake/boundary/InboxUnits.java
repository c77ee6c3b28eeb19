package io.quittance.intake.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.intake.GatewayTraffic;
import io.quittance.intake.control.InboxQueries;
import io.quittance.intake.control.InboxRows;
import io.quittance.intake.entity.KeptDelivery;
import io.quittance.live.LiveChanges;
import io.quittance.plugin.InstallationId;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.PlatformBoundary;
import io.quittance.tenancy.TenantId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The units of work on the inbox. What people ask for is always the current tenant's own. */
@PlatformBoundary
public class InboxUnits {

    @Inject
    InboxRows rows;
    @Inject
    InboxQueries queries;
    @Inject
    CurrentTenant tenant;
    @Inject
    LiveChanges live;

    /** Keeps a delivery; false when it was kept before. */
    @Requires(Permission.PAYMENT_INTAKE)
    public boolean keep(KeptDelivery delivery) {
        return rows.insert(delivery);
    }

    /** Leases what waits of one tenant that is not busy. */
    @Requires(Permission.SYSTEM)
    public List<KeptDelivery> claim(Set<TenantId> busy, int most) {
        return rows.claim(busy, most);
    }

    /** Closes what was applied, and lays the rest among the dead letters. @param dead reasons by id */
    @Requires(Permission.SYSTEM)
    public void closed(Collection<Long> applied, Map<Long, String> dead) {
        rows.applied(applied);
        dead.forEach(this::bury);
    }

    @Requires(Permission.SYSTEM)
    public void postpone(Collection<Long> ids, Instant due) {
        rows.postpone(ids, due);
    }

    @Requires(Permission.SYSTEM)
    public void failed(long id, Instant due, String reason) {
        rows.failed(id, due, reason);
    }

    /** Lays a delivery among the dead letters. */
    @Requires(Permission.SYSTEM)
    public void bury(long id, String reason) {
        rows.bury(id, reason);
        live.announce("deadletter", id);
    }

    /** What the current tenant hears from each of its gateways; doubts are not known here. */
    @Requires(Permission.GATEWAY_READ)
    public Map<InstallationId, GatewayTraffic> traffic() {
        return queries.traffic(tenant.get().id());
    }

    @Requires(Permission.DEAD_LETTER_READ)
    public List<KeptDelivery> dead(int most) {
        return rows.dead(tenant.get().id(), most);
    }

    @Requires({Permission.DEAD_LETTER_READ, Permission.DEAD_LETTER_REPLAY})
    public Optional<KeptDelivery> dead(long id) {
        return rows.dead(tenant.get().id(), id);
    }

    @Requires(Permission.DEAD_LETTER_REPLAY)
    public boolean revive(long id, Optional<byte[]> correction) {
        live.announce("deadletter", id);
        return rows.revive(tenant.get().id(), id, correction);
    }

    @Requires(Permission.DEAD_LETTER_REPLAY)
    public boolean discard(long id, String reason) {
        live.announce("deadletter", id);
        return rows.discard(tenant.get().id(), id, reason);
    }
}
