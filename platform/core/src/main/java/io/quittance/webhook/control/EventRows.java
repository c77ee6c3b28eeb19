package io.quittance.webhook.control;

import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TimeOrderedIds;
import io.quittance.webhook.Announcement;
import io.quittance.webhook.EndpointId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What happened, and to whom it is to be told. */
@ApplicationScoped
public class EventRows {

    @Inject
    EntityManager entities;
    @Inject
    Payload payload;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    public Set<String> wanted() {
        Set<String> types = new TreeSet<>();
        Sql.call(entities, EventRows::listeners).values().forEach(types::addAll);
        return types;
    }

    /** @return whether anybody wants to hear any of it */
    public boolean add(List<Announcement> news) {
        return Sql.call(entities, connection -> {
            Map<Long, Set<String>> listeners = listeners(connection);
            boolean any = false;
            try (PreparedStatement event = event(connection); PreparedStatement delivery = delivery(connection)) {
                for (Announcement one : news) {
                    List<Long> told = listeners.entrySet().stream().filter(entry -> entry.getValue().contains(one.type()))
                            .map(Map.Entry::getKey).toList();
                    if (!told.isEmpty()) {
                        any = true;
                        add(event, delivery, one, told);
                    }
                }
                if (any) {
                    event.executeBatch();
                    delivery.executeBatch();
                }
            }
            return any;
        });
    }

    /** To one endpoint, whatever it wants to hear and however it stands. @return the delivery */
    public long addFor(EndpointId endpoint, Announcement news) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement event = event(connection); PreparedStatement delivery = delivery(connection)) {
                long made = add(event, delivery, news, List.of(endpoint.value()));
                event.executeBatch();
                delivery.executeBatch();
                return made;
            }
        });
    }

    private long add(PreparedStatement event, PreparedStatement delivery, Announcement news, List<Long> told) throws SQLException {
        Instant now = clock.instant();
        long id = ids.next();
        event.setLong(1, id);
        event.setString(2, news.type());
        event.setLong(3, news.id());
        event.setTimestamp(4, Timestamp.from(now));
        event.setString(5, payload.write(id, now, news));
        event.addBatch();
        long last = 0;
        for (long endpoint : told) {
            last = ids.next();
            delivery.setLong(1, last);
            delivery.setLong(2, endpoint);
            delivery.setLong(3, id);
            delivery.setTimestamp(4, Timestamp.from(now));
            delivery.setTimestamp(5, Timestamp.from(now));
            delivery.addBatch();
        }
        return last;
    }

    private static PreparedStatement event(Connection connection) throws SQLException {
        return connection.prepareStatement(
                "INSERT INTO webhook_event (id, event_type, subject_id, happened_at, payload) VALUES (?, ?, ?, ?, ?)");
    }

    private static PreparedStatement delivery(Connection connection) throws SQLException {
        return connection.prepareStatement("INSERT INTO webhook_delivery (id, endpoint_id, event_id, state, attempts, next_at, note,"
                + " created_at) VALUES (?, ?, ?, 'WAITING', 0, ?, '', ?)");
    }

    /** By endpoint. One that is paused hears of it later; one that was given up does not. */
    private static Map<Long, Set<String>> listeners(Connection connection) throws SQLException {
        Map<Long, Set<String>> found = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id, event_types FROM webhook_endpoint WHERE state IN ('ACTIVE', 'PAUSED') ORDER BY id");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.put(row.getLong(1), Set.of(row.getString(2).split(" ")));
            }
        }
        return found;
    }
}
