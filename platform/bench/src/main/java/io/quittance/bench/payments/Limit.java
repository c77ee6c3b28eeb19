package io.quittance.bench.payments;

import io.quittance.bench.house.RowTemplate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** A program that writes the same rows by prepared, batched statements and decides nothing. */
final class Limit implements Payer {

    /** Beyond every id that the product draws in this century. */
    private static final long FIRST_ID = 8_000_000_000_000_000_000L;
    private static final int GIVEN = 3;
    private static final long MINOR = 500;

    private final RowTemplate template;
    private final List<PaymentsBench.Target> targets;
    private final AtomicInteger next;
    private final DataSource pool;
    private final AtomicLong ids = new AtomicLong(FIRST_ID);

    Limit(RowTemplate template, List<PaymentsBench.Target> targets, AtomicInteger next, DataSource pool) {
        this.template = template;
        this.targets = targets;
        this.next = next;
        this.pool = pool;
    }

    String profile() {
        return template.profile();
    }

    @Override
    public void pay() throws SQLException {
        PaymentsBench.Target target = targets.get(next.getAndIncrement());
        List<String> names = new ArrayList<>(List.of(UUID.randomUUID().toString(), Long.toString(target.invoice()),
                Long.toString(target.customer())));
        for (int i = GIVEN; i < template.names(); i++) {
            names.add(Long.toString(ids.incrementAndGet()));
        }
        try (Connection connection = pool.getConnection()) {
            settle(connection, "UPDATE claim SET open_minor = open_minor - ? WHERE id = ? AND open_minor >= ?", target);
            settle(connection, "UPDATE invoice SET settlement = 'PARTLY_PAID', open_minor = open_minor - ? WHERE id = ?"
                    + " AND open_minor >= ?", target);
            template.insert(connection, names);
            connection.commit();
        }
    }

    /** A generated invoice and its claim have the same id. */
    private static void settle(Connection connection, String sql, PaymentsBench.Target target) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, MINOR);
            update.setLong(2, target.invoice());
            update.setLong(3, MINOR);
            if (update.executeUpdate() != 1) {
                throw new SQLException("invoice " + target.invoice() + " has less open than is paid");
            }
        }
    }
}
