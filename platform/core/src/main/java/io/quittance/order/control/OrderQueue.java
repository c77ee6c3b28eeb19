package io.quittance.order.control;

import io.quittance.order.OrderId;
import io.quittance.order.entity.KeptOrder;
import io.quittance.retry.Retry;
import io.quittance.retry.RetryPolicy;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What waits to be judged. */
@ApplicationScoped
public class OrderQueue {

    /** Tries of one order before it becomes a dead letter. */
    public static final int TRIES = 6;

    private static final RetryPolicy PATIENCE = new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(1), TRIES);

    @Inject
    OrderRows rows;
    @Inject
    EntityManager entities;
    @Inject
    Retry retry;
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
        Optional<Instant> due = retry.after(PATIENCE, order.attempts() + 1);
        due.ifPresent(next -> rows.update("attempts = attempts + 1, due_at = ? WHERE id = ?", Timestamp.from(next), order.id().value()));
        return due.isPresent();
    }

    public Optional<Instant> nextDue() {
        return rows.nextDue();
    }
}
