package io.quittance.order.control;

import io.quittance.access.CurrentActor;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.OrderId;
import io.quittance.order.ReadOutcome;
import io.quittance.tenancy.SecretPlace;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.boundary.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders in our own shape, each version sealed under the tenant's key. */
@ApplicationScoped
public class DocumentRows {

    @Inject
    EntityManager entities;
    @Inject
    Secrets secrets;
    @Inject
    CurrentActor actor;
    @Inject
    Clock clock;

    /** A version of an order's document. */
    record Version(OrderId order, int revision, String json) {
    }

    void addAll(List<Version> versions) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO order_document (order_id, revision, document, created_at, actor) VALUES (?, ?, ?, ?, ?)")) {
                Timestamp now = Timestamp.from(clock.instant());
                for (Version version : versions) {
                    insert.setLong(1, version.order().value());
                    insert.setInt(2, version.revision());
                    insert.setBytes(3, secrets.seal(place(version.order(), version.revision()),
                            version.json().getBytes(StandardCharsets.UTF_8)));
                    insert.setTimestamp(4, now);
                    insert.setString(5, actor.get().label());
                    insert.addBatch();
                }
                return versions.isEmpty() ? new int[0] : insert.executeBatch();
            }
        });
    }

    /** The newest version of each; those that could not be understood have none. */
    Map<OrderId, String> newest(List<OrderId> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT d.order_id, d.revision, d.document FROM order_document d"
                    + " JOIN sales_order o ON o.id = d.order_id AND o.revision = d.revision WHERE o.id IN ("
                    + Sql.marks(orders.size()) + ")")) {
                int position = 0;
                for (OrderId order : orders) {
                    select.setLong(++position, order.value());
                }
                Map<OrderId, String> found = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        OrderId order = new OrderId(row.getLong(1));
                        byte[] open = secrets.open(place(order, row.getInt(2)), row.getBytes(3));
                        found.put(order, new String(open, StandardCharsets.UTF_8));
                    }
                }
                return found;
            }
        });
    }

    /** The newest version of one as it is understood; empty when it has none. */
    Optional<CanonicalOrder> order(OrderId id) {
        return Optional.ofNullable(newest(List.of(id)).get(id)).map(DocumentRows::order);
    }

    /** @throws IllegalStateException when what we wrote ourselves cannot be read: a defect */
    static CanonicalOrder order(String json) {
        return switch (OrderJsonReader.read(json.getBytes(StandardCharsets.UTF_8))) {
            case ReadOutcome.Read read -> read.orders().getFirst();
            case ReadOutcome.Unreadable defect -> throw new IllegalStateException("a kept order cannot be read: " + defect.faults());
        };
    }

    private static SecretPlace place(OrderId order, int revision) {
        return new SecretPlace("order_document", "document", order + "." + revision);
    }
}
