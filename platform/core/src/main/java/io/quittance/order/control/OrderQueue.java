package io.quittance.order.control;

import io.quittance.order.OrderId;
import io.quittance.order.entity.KeptOrder;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What waits to be judged. */
@ApplicationScoped
public class OrderQueue {

    /** Tries of one order before it becomes a dead letter. */
    public static final int TRIES = 6;

    @Inject
    OrderRows rows;
    @Inject
    EntityManager entities;
    @Inject
    Clock clock;

    /** One at a time decides, until its unit ends: so a customer made for one order is found for the next. */
    public void takeTurn() {
        Sql.call(entities, connection -> {
            try (PreparedStatement lock = connection.prepareStatement("SELECT id FROM order_turn WHERE id = 1 FOR UPDATE");
                    ResultSet row = lock.executeQuery()) {
                return row.next();
            }
        });
    }

    public List<KeptOrder> claim(int most) {
        return rows.claim(clock.instant(), most);
    }

    public Optional<KeptOrder> lock(OrderId id) {
        return rows.lock(id);
    }

    public Optional<KeptOrder> find(OrderId id) {
        return rows.find(id);
    }

    /** Later each time. @return false, changing nothing, when it was tried often enough */
    public boolean postpone(KeptOrder order) {
        if (order.attempts() + 1 >= TRIES) {
            return false;
        }
        Instant due = clock.instant().plusSeconds(1L << order.attempts());
        rows.update("attempts = attempts + 1, due_at = ? WHERE id = ?", Timestamp.from(due), order.id().value());
        return true;
    }

    public Optional<Instant> nextDue() {
        return rows.nextDue();
    }
}
