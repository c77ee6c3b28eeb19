package io.quittance.payment.control;

import io.quittance.payment.PaymentId;
import io.quittance.payment.entity.PaymentHistory;
import io.quittance.plugin.PaymentEventJson;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The append-only table of payments' events. */
@ApplicationScoped
public class PaymentEvents {

    @Inject
    EntityManager entities;
    @Inject
    Clock clock;

    /** What is known of each of the payments. */
    public Map<PaymentId, List<PaymentEvent>> of(Collection<PaymentId> payments) {
        Map<PaymentId, List<PaymentEvent>> found = new HashMap<>();
        if (payments.isEmpty()) {
            return found;
        }
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT payment_id, event FROM payment_event WHERE payment_id IN ("
                    + Sql.marks(payments.size()) + ")")) {
                int position = 0;
                for (PaymentId payment : payments) {
                    select.setLong(++position, payment.value());
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.computeIfAbsent(new PaymentId(row.getLong(1)), id -> new ArrayList<>())
                                .addAll(PaymentEventJson.read(row.getString(2)));
                    }
                }
            }
            return found;
        });
    }

    public void add(Map<PaymentId, List<PaymentEvent>> news) {
        Timestamp now = Timestamp.from(clock.instant());
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO payment_event (payment_id, event_key, sequence, happened_at, known_at, event)"
                            + " VALUES (?, ?, ?, ?, ?, ?)")) {
                for (Map.Entry<PaymentId, List<PaymentEvent>> entry : news.entrySet()) {
                    for (PaymentEvent event : entry.getValue()) {
                        insert.setLong(1, entry.getKey().value());
                        insert.setString(2, PaymentHistory.key(event));
                        insert.setLong(3, event.occurrence().sequence());
                        insert.setTimestamp(4, Timestamp.from(event.occurrence().at()));
                        insert.setTimestamp(5, now);
                        insert.setString(6, PaymentEventJson.write(List.of(event)));
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
            }
            return null;
        });
    }
}
