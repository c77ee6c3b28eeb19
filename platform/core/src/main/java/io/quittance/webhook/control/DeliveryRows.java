package io.quittance.webhook.control;

import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TimeOrderedIds;
import io.quittance.webhook.DeliveryState;
import io.quittance.webhook.EndpointId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What waits to be sent, and the log of what was. */
@ApplicationScoped
public class DeliveryRows {

    /** Longer than one try can take. */
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int LONGEST_NOTE = 500;

    @Inject
    EntityManager entities;
    @Inject
    EndpointRows endpoints;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    /** Takes what is due of active endpoints, the longest waiting first, and keeps others from it for a while. */
    public List<DueDelivery> claim(int most, Set<Long> busy) {
        return Sql.call(entities, connection -> {
            List<Long> active = active(connection);
            active.removeAll(busy);
            if (active.isEmpty()) {
                return List.<DueDelivery>of();
            }
            List<DueDelivery> due = new ArrayList<>();
            for (long id : due(connection, active, most)) {
                due.add(open(connection, id));
            }
            return due;
        });
    }

    private static List<Long> active(Connection connection) throws SQLException {
        List<Long> active = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM webhook_endpoint WHERE state = 'ACTIVE'");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                active.add(row.getLong(1));
            }
        }
        return active;
    }

    private List<Long> due(Connection connection, List<Long> active, int most) throws SQLException {
        List<Long> due = new ArrayList<>();
        Timestamp now = Timestamp.from(clock.instant());
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM webhook_delivery WHERE state = 'WAITING'"
                + " AND next_at <= ? AND (lease_until IS NULL OR lease_until < ?) AND endpoint_id IN ("
                + Sql.marks(active.size()) + ") ORDER BY next_at, id LIMIT " + most
                + " FOR UPDATE SKIP LOCKED")) {
            select.setTimestamp(1, now);
            select.setTimestamp(2, now);
            for (int i = 0; i < active.size(); i++) {
                select.setLong(i + 3, active.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    due.add(row.getLong(1));
                }
            }
        }
        return due;
    }

    private DueDelivery open(Connection connection, long id) throws SQLException {
        try (PreparedStatement lease = connection.prepareStatement("UPDATE webhook_delivery SET lease_until = ? WHERE id = ?")) {
            lease.setTimestamp(1, Timestamp.from(clock.instant().plus(LEASE)));
            lease.setLong(2, id);
            lease.executeUpdate();
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT d.endpoint_id, e.url, v.id, v.payload, d.attempts"
                + " FROM webhook_delivery d JOIN webhook_endpoint e ON e.id = d.endpoint_id JOIN webhook_event v ON v.id = d.event_id"
                + " WHERE d.id = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                EndpointId endpoint = new EndpointId(row.getLong(1));
                return new DueDelivery(id, endpoint, URI.create(row.getString(2)), Payload.name(row.getLong(3)), row.getString(4),
                        row.getInt(5), endpoints.secrets(connection, endpoint));
            }
        }
    }

    /** Notes a try in the log, which only grows. */
    public void note(DueDelivery delivery, Tried tried) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO webhook_attempt (id, delivery_id, started_at,"
                    + " took_millis, http_status, response, trouble) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, ids.next());
                insert.setLong(2, delivery.id());
                insert.setTimestamp(3, Timestamp.from(tried.at()));
                insert.setInt(4, Math.toIntExact(tried.took().toMillis()));
                bindStatus(insert, 5, tried.reply());
                insert.setString(6, tried.reply() instanceof PostReply.Answered answered ? answered.response() : "");
                insert.setString(7, shortened(tried.trouble()));
                return insert.executeUpdate();
            }
        });
    }

    /** Writes how a try ended. @param next when it is tried again; empty when it is over */
    public void leave(DueDelivery delivery, DeliveryState state, Optional<Instant> next, Tried tried) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE webhook_delivery SET state = ?, next_at = ?,"
                    + " finished_at = ?, last_status = ?, note = ?, attempts = attempts + 1, lease_until = NULL"
                    + " WHERE id = ? AND state <> 'DELIVERED'")) {
                Timestamp now = Timestamp.from(clock.instant());
                update.setString(1, state.name());
                update.setTimestamp(2, next.map(Timestamp::from).orElse(now));
                update.setTimestamp(3, state == DeliveryState.WAITING ? null : now);
                bindStatus(update, 4, tried.reply());
                update.setString(5, shortened(tried.trouble()));
                update.setLong(6, delivery.id());
                return update.executeUpdate();
            }
        });
    }

    private static void bindStatus(PreparedStatement statement, int position, PostReply reply) throws SQLException {
        if (reply instanceof PostReply.Answered answered) {
            statement.setInt(position, answered.status());
        } else {
            statement.setNull(position, Types.INTEGER);
        }
    }

    /** It was not tried after all. */
    public void putBack(long id, Instant next) {
        change("next_at = ?, lease_until = NULL WHERE id = ?", Timestamp.from(next), id);
    }

    /** Whatever waits for the endpoint is given up. */
    void giveUp(EndpointId endpoint, String reason) {
        change("state = 'DEAD', finished_at = ?, lease_until = NULL, note = ? WHERE state = 'WAITING' AND endpoint_id = ?",
                Timestamp.from(clock.instant()), reason, endpoint.value());
    }

    /** As if it had never been tried. @return false when it is on its way already, or unknown */
    public boolean resend(long id) {
        return change("state = 'WAITING', attempts = 0, next_at = ?, finished_at = NULL WHERE id = ? AND state <> 'WAITING'",
                Timestamp.from(clock.instant()), id) == 1;
    }

    /** All that were given up of what happened since. @return how many */
    public int resendDead(EndpointId endpoint, Instant since) {
        return change("state = 'WAITING', attempts = 0, next_at = ?, finished_at = NULL WHERE endpoint_id = ? AND state = 'DEAD'"
                + " AND created_at >= ?", Timestamp.from(clock.instant()), endpoint.value(), Timestamp.from(since));
    }

    /** When the next one of an active endpoint is due or its lease ends. */
    public Optional<Instant> nextDue() {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT MIN(COALESCE(d.lease_until, d.next_at))"
                    + " FROM webhook_delivery d JOIN webhook_endpoint e ON e.id = d.endpoint_id"
                    + " WHERE d.state = 'WAITING' AND e.state = 'ACTIVE'");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant);
            }
        });
    }

    private int change(String rest, Object... values) {
        return Sql.update(entities, "UPDATE webhook_delivery SET " + rest, values);
    }

    private static String shortened(String note) {
        return note.substring(0, Math.min(LONGEST_NOTE, note.length()));
    }
}
