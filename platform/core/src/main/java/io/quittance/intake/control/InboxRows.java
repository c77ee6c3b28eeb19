package io.quittance.intake.control;

import io.quittance.intake.entity.InboxState;
import io.quittance.intake.entity.KeptDelivery;
import io.quittance.plugin.GatewayRoute;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import io.quittance.tenancy.Platform;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.SqlFailure;
import io.quittance.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The inbox as rows of the platform schema. */
@ApplicationScoped
public class InboxRows {

    /** Longer than a batch takes; after it a crashed worker's rows are taken up by another. */
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final String COLUMNS =
            "id, tenant_id, installation, plugin_id, delivery_id, body, events, correction, state, attempts, reason, received_at";
    private static final int LONGEST_REASON = 1000;

    @Inject
    @Platform
    EntityManager entities;
    @Inject
    Clock clock;

    /** @return false when the delivery was kept before */
    public boolean insert(KeptDelivery delivery) {
        Timestamp now = Timestamp.from(clock.instant());
        return Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO webhook_inbox (id, tenant_id, installation, plugin_id, delivery_id, body, events, state, reason,"
                            + " due_at, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, delivery.id());
                insert.setLong(2, delivery.route().tenant().value());
                insert.setString(3, delivery.route().installation().value());
                insert.setString(4, delivery.route().plugin().value());
                insert.setString(5, delivery.deliveryId());
                insert.setBytes(6, delivery.body());
                insert.setBytes(7, delivery.events().orElse(null));
                insert.setString(8, delivery.state().name());
                insert.setString(9, cut(delivery.reason()));
                insert.setTimestamp(10, now);
                insert.setTimestamp(11, now);
                return insert.executeUpdate() == 1;
            } catch (SQLException refused) {
                if (SqlFailure.isDuplicateKey(refused)) {
                    return false;
                }
                throw refused;
            }
        });
    }

    /** Leases what waits of one tenant, oldest first; of none that is in the given set. */
    public List<KeptDelivery> claim(Set<TenantId> busy, int most) {
        return Sql.call(entities, connection -> {
            Optional<Long> tenant = waitingTenant(connection, busy);
            if (tenant.isEmpty()) {
                return List.<KeptDelivery>of();
            }
            Timestamp now = Timestamp.from(clock.instant());
            List<KeptDelivery> claimed = select(connection, "tenant_id = ? AND state = 'WAITING' AND due_at <= ?"
                    + " AND (lease_until IS NULL OR lease_until < ?) ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED",
                    List.of(tenant.get(), now, now, most));
            update(connection, "lease_until = ?", List.of(Timestamp.from(clock.instant().plus(LEASE))), ids(claimed));
            return claimed;
        });
    }

    private Optional<Long> waitingTenant(Connection connection, Set<TenantId> busy) throws SQLException {
        Timestamp now = Timestamp.from(clock.instant());
        String others = busy.isEmpty() ? "" : " AND tenant_id NOT IN (" + Sql.marks(busy.size()) + ")";
        try (PreparedStatement select = connection.prepareStatement("SELECT tenant_id FROM webhook_inbox WHERE state = 'WAITING'"
                + " AND due_at <= ? AND (lease_until IS NULL OR lease_until < ?)" + others + " ORDER BY due_at LIMIT 1")) {
            select.setTimestamp(1, now);
            select.setTimestamp(2, now);
            int position = 2;
            for (TenantId tenant : busy) {
                select.setLong(++position, tenant.value());
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    /** Closes rows whose deliveries are applied; safe to repeat. */
    public void applied(Collection<Long> ids) {
        change("state = 'APPLIED', lease_until = NULL, closed_at = ?", List.of(Timestamp.from(clock.instant())), ids);
    }

    /** Gives rows back untried. */
    public void postpone(Collection<Long> ids, Instant due) {
        change("lease_until = NULL, due_at = ?", List.of(Timestamp.from(due)), ids);
    }

    public void failed(long id, Instant due, String reason) {
        change("lease_until = NULL, attempts = attempts + 1, due_at = ?, reason = ?", List.of(Timestamp.from(due), cut(reason)),
                List.of(id));
    }

    public void bury(long id, String reason) {
        change("state = 'DEAD', lease_until = NULL, attempts = attempts + 1, reason = ?", List.of(cut(reason)), List.of(id));
    }

    public List<KeptDelivery> dead(TenantId tenant, int most) {
        return Sql.call(entities, connection ->
                select(connection, "tenant_id = ? AND state = 'DEAD' ORDER BY id DESC LIMIT ?", List.of(tenant.value(), most)));
    }

    public Optional<KeptDelivery> dead(TenantId tenant, long id) {
        return Sql.call(entities, connection ->
                select(connection, "tenant_id = ? AND id = ? AND state = 'DEAD'", List.of(tenant.value(), id)).stream().findFirst());
    }

    /** @param correction sealed; empty to try again as it is */
    public boolean revive(TenantId tenant, long id, Optional<byte[]> correction) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE webhook_inbox SET state = 'WAITING', attempts = 0,"
                    + " due_at = ?, lease_until = NULL, correction = COALESCE(?, correction) WHERE tenant_id = ? AND id = ?"
                    + " AND state = 'DEAD'")) {
                update.setTimestamp(1, Timestamp.from(clock.instant()));
                update.setBytes(2, correction.orElse(null));
                update.setLong(3, tenant.value());
                update.setLong(4, id);
                return update.executeUpdate() == 1;
            }
        });
    }

    public boolean discard(TenantId tenant, long id, String reason) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE webhook_inbox SET state = 'DISCARDED', reason = ?,"
                    + " closed_at = ? WHERE tenant_id = ? AND id = ? AND state = 'DEAD'")) {
                update.setString(1, cut(reason));
                update.setTimestamp(2, Timestamp.from(clock.instant()));
                update.setLong(3, tenant.value());
                update.setLong(4, id);
                return update.executeUpdate() == 1;
            }
        });
    }

    private void change(String assignment, List<?> values, Collection<Long> ids) {
        Sql.call(entities, connection -> {
            update(connection, assignment, values, ids);
            return null;
        });
    }

    private static void update(Connection connection, String assignment, List<?> values, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement("UPDATE webhook_inbox SET " + assignment
                + " WHERE state = 'WAITING' AND id IN (" + Sql.marks(ids.size()) + ")")) {
            int position = 0;
            for (Object value : values) {
                update.setObject(++position, value);
            }
            for (Long id : ids) {
                update.setLong(++position, id);
            }
            update.executeUpdate();
        }
    }

    private static List<KeptDelivery> select(Connection connection, String condition, List<?> values) throws SQLException {
        List<KeptDelivery> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT " + COLUMNS + " FROM webhook_inbox WHERE " + condition)) {
            Sql.bind(select, values);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(delivery(row));
                }
            }
        }
        return found;
    }

    private static KeptDelivery delivery(ResultSet row) throws SQLException {
        GatewayRoute route = new GatewayRoute(new InstallationId(row.getString("installation")), new TenantId(row.getLong("tenant_id")),
                new PluginId(row.getString("plugin_id")));
        return new KeptDelivery(row.getLong("id"), route, row.getString("delivery_id"), row.getBytes("body"),
                Optional.ofNullable(row.getBytes("events")), Optional.ofNullable(row.getBytes("correction")),
                InboxState.valueOf(row.getString("state")), row.getInt("attempts"), Optional.ofNullable(row.getString("reason")).orElse(""),
                row.getTimestamp("received_at").toInstant());
    }

    private static List<Long> ids(List<KeptDelivery> deliveries) {
        return deliveries.stream().map(KeptDelivery::id).toList();
    }

    private static String cut(String reason) {
        return reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
    }
}
