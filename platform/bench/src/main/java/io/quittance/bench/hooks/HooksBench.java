package io.quittance.bench.hooks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.quittance.bench.house.BenchGateway;
import io.quittance.bench.house.House;
import io.quittance.intake.ReceiveOutcome;
import io.quittance.intake.boundary.WebhookIntake;
import io.quittance.plugin.EnableOutcome;
import io.quittance.plugin.PaymentEventJson;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.MethodKind;
import io.quittance.spi.gateway.Occurrence;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Tenant;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * Webhooks that come at a fixed rate, from the raw bytes to the durable row: route, signature, sealing, insert, commit. Beside it,
 * at the same rate, a program that inserts a row of the same size and commits it. HTTP itself is left out of both.
 */
public final class HooksBench {

    private static final String KEY = "bench-hooks-secret";
    private static final int PER_SECOND = 200;
    private static final int POOL = 16;
    private static final int SEALING = 40;
    private static final double GOAL = 3;
    private static final long FIRST_ID = 8_000_000_000_000_000_000L;

    private final House house;
    private final Tenant tenant;
    private final String installation;

    private HooksBench(House house) {
        this.house = house;
        this.tenant = house.newTenant("hooks");
        this.installation = house.in(tenant, () -> switch (house.get(Plugins.class).enable(new PluginId(BenchGateway.ID),
                Map.of(BenchGateway.SECRET, KEY))) {
            case EnableOutcome.Enabled(var id) -> id.value();
            case EnableOutcome refused -> throw new IllegalStateException("the gateway cannot be enabled: " + refused);
        });
    }

    /**
     * @param deliveries of each run
     * @param out        where the table goes
     */
    public static void run(int deliveries, PrintStream out) throws SQLException, ExecutionException, InterruptedException {
        try (House house = House.open()) {
            HooksBench bench = new HooksBench(house); // with the first tenant the platform's schema is made
            try (HikariDataSource pool = pool(house)) {
                bench.measure(deliveries, pool, out);
            }
        }
    }

    private void measure(int deliveries, HikariDataSource pool, PrintStream out)
            throws SQLException, ExecutionException, InterruptedException {
        OpenLoop.Call receive = this::receive;
        OpenLoop.Call insert = number -> insert(pool, number);
        out.printf(Locale.ROOT, "%d deliveries a run at %d a second, insert - webhook - webhook - insert%n", deliveries, PER_SECOND);
        int next = 0;
        OpenLoop.run(next, deliveries, PER_SECOND, receive); // warm
        next += deliveries;
        OpenLoop.run(next, deliveries, PER_SECOND, insert);
        next += deliveries;
        OpenLoop.Answers limit = OpenLoop.run(next, deliveries, PER_SECOND, insert);
        next += deliveries;
        OpenLoop.Answers ours = OpenLoop.run(next, deliveries, PER_SECOND, receive);
        next += deliveries;
        ours = ours.and(OpenLoop.run(next, deliveries, PER_SECOND, receive));
        next += deliveries;
        limit = limit.and(OpenLoop.run(next, deliveries, PER_SECOND, insert));
        out.print(limit.row("insert"));
        out.print(ours.row("webhook"));
        out.printf(Locale.ROOT, "  p99 of a webhook is %.2f times that of an insert   (goal: at most %.0f)%n",
                ours.millis(0.99) / limit.millis(0.99), GOAL);
        check(3 * deliveries, out);
    }

    private void receive(int number) {
        byte[] body = body(number);
        ReceiveOutcome outcome = house.get(WebhookIntake.class).receive(installation,
                Map.of(BenchGateway.SIGNATURE, List.of(BenchGateway.sign(KEY, body)), BenchGateway.DELIVERY, List.of("d-" + number)), body);
        if (!(outcome instanceof ReceiveOutcome.Accepted)) {
            throw new IllegalStateException("delivery " + number + " was answered with " + outcome);
        }
    }

    private void insert(HikariDataSource pool, int number) throws SQLException {
        byte[] body = new byte[body(number).length + SEALING];
        try (Connection connection = pool.getConnection(); PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO bench_inbox (id, tenant_id, installation, plugin_id, delivery_id, body, events, state, reason, due_at,"
                        + " received_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'WAITING', '', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))")) {
            insert.setLong(1, FIRST_ID + number);
            insert.setLong(2, tenant.id().value());
            insert.setString(3, installation);
            insert.setString(4, BenchGateway.ID);
            insert.setString(5, "d-" + number);
            insert.setBytes(6, body);
            insert.setBytes(7, body);
            insert.executeUpdate();
            connection.commit();
        }
    }

    private static byte[] body(int number) {
        return PaymentEventJson.write(List.of(new PaymentEvent.Captured(new Occurrence(new GatewayPaymentId("pay-" + number),
                Optional.empty(), Instant.EPOCH, 1), Money.ofMinor(500, "EUR"), Money.ofMinor(15, "EUR"), MethodKind.CARD,
                "Visa 4242"))).getBytes(StandardCharsets.UTF_8);
    }

    private static HikariDataSource pool(House house) throws SQLException {
        HikariConfig config = new HikariConfig();
        try (Connection connection = house.connectPlatform(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bench_inbox LIKE webhook_inbox");
            config.setJdbcUrl(house.url(connection.getCatalog()));
        }
        config.setUsername(System.getProperty("quittance.db.user"));
        config.setPassword(System.getProperty("quittance.db.password"));
        config.setMaximumPoolSize(POOL);
        config.setAutoCommit(false);
        return new HikariDataSource(config);
    }

    /** From outside: each was kept once. */
    private void check(int deliveries, PrintStream out) throws SQLException {
        try (Connection connection = house.connectPlatform(); Statement select = connection.createStatement();
                var row = select.executeQuery("SELECT COUNT(*), COUNT(DISTINCT delivery_id) FROM webhook_inbox")) {
            row.next();
            out.printf(Locale.ROOT, "checked from outside: %,d deliveries kept: %s%n", row.getLong(1),
                    row.getLong(1) == deliveries && row.getLong(2) == deliveries ? "right" : "WRONG");
        }
    }
}
