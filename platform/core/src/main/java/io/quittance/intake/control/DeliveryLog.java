package io.quittance.intake.control;

import io.quittance.intake.Delivery;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which deliveries were applied. Entered in the unit that applies them, under a unique key of the tenant's own. */
@ApplicationScoped
public class DeliveryLog {

    @Inject
    EntityManager entities;
    @Inject
    Clock clock;

    /** A delivery's identity. */
    private record Key(String installation, String deliveryId) {

        static Key of(Delivery delivery) {
            return new Key(delivery.route().installation().value(), delivery.deliveryId());
        }
    }

    /** Those that were not applied before, each once. */
    public List<Delivery> fresh(List<Delivery> deliveries) {
        Map<Key, Delivery> fresh = new LinkedHashMap<>();
        deliveries.forEach(delivery -> fresh.putIfAbsent(Key.of(delivery), delivery));
        if (!fresh.isEmpty()) {
            fresh.keySet().removeAll(Sql.call(entities, connection -> applied(connection, List.copyOf(fresh.keySet()))));
        }
        return List.copyOf(fresh.values());
    }

    /** Enters fresh ones; whoever enters the same meanwhile fails by the unique key. */
    public void enter(List<Delivery> deliveries) {
        if (!deliveries.isEmpty()) {
            Sql.call(entities, connection -> insert(connection, deliveries.stream().map(Key::of).toList()));
        }
    }

    private static Set<Key> applied(Connection connection, List<Key> keys) throws SQLException {
        Set<Key> found = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT installation, delivery_id FROM gateway_delivery"
                + " WHERE (installation, delivery_id) IN (" + String.join(",", Collections.nCopies(keys.size(), "(?, ?)")) + ")")) {
            int position = 0;
            for (Key key : keys) {
                select.setString(++position, key.installation());
                select.setString(++position, key.deliveryId());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Key(row.getString(1), row.getString(2)));
                }
            }
        }
        return found;
    }

    private int insert(Connection connection, List<Key> keys) throws SQLException {
        Timestamp now = Timestamp.from(clock.instant());
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO gateway_delivery (installation, delivery_id, applied_at) VALUES (?, ?, ?)")) {
            for (Key key : keys) {
                insert.setString(1, key.installation());
                insert.setString(2, key.deliveryId());
                insert.setTimestamp(3, now);
                insert.addBatch();
            }
            return insert.executeBatch().length;
        }
    }
}
