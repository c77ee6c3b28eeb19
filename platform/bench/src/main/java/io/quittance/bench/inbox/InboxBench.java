package io.quittance.bench.inbox;

import io.quittance.bench.house.House;
import io.quittance.bench.house.ManyInvoices;
import io.quittance.bench.house.RowTemplate;
import io.quittance.intake.boundary.InboxWorker;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PaymentEventJson;
import io.quittance.plugin.PluginId;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.MethodKind;
import io.quittance.spi.gateway.Occurrence;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.SecretPlace;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TimeOrderedIds;
import io.quittance.tenancy.boundary.Secrets;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Deliveries that wait in the inbox, each the capture of a payment that was begun for an invoice, applied by the product's own
 * worker: as many together as it takes, and one in each transaction. A delivery's rows are the same in both.
 */
public final class InboxBench {

    private static final InstallationId INSTALLATION = new InstallationId("b".repeat(32));
    private static final int POISON_EVERY = 100;
    private static final PluginId PLUGIN = new PluginId("bench-pay");
    private static final List<String> TABLES = List.of("gateway_delivery", "payment", "payment_event", "allocation_decision", "allocation",
            "claim_movement", "invoice_event", "journal_entry", "journal_line", "audit_event");

    private final House house;
    private final Tenant tenant;
    private final List<Long> invoices = new ArrayList<>();
    private int next;
    private int poison = Integer.MAX_VALUE;
    private int kept;
    private int spoiled;

    private InboxBench(House house) {
        this.house = house;
        this.tenant = house.newTenant("inbox");
    }

    /** What a run gave. */
    private record Result(double seconds, double cpu) {
    }

    /**
     * @param deliveries of each run
     * @param out        where the table goes
     */
    public static void run(int deliveries, PrintStream out) throws SQLException {
        try (House house = House.open()) {
            new InboxBench(house).measure(deliveries, out);
        }
    }

    private void measure(int deliveries, PrintStream out) throws SQLException {
        begin(9 * deliveries);
        out.printf(Locale.ROOT, "%d deliveries a run, one worker, grouped - single - single - grouped%n", deliveries);
        out.printf(Locale.ROOT, "rows of a delivery: %s; a claim, an invoice, an attempt and the inbox' row are updated%n", profile());
        apply(deliveries / 2, Integer.MAX_VALUE);
        apply(deliveries / 2, 1);
        List<Result> grouped = new ArrayList<>(List.of(apply(deliveries, Integer.MAX_VALUE)));
        List<Result> single = List.of(apply(deliveries, 1), apply(deliveries, 1));
        grouped.add(apply(deliveries, Integer.MAX_VALUE));
        double one = print(out, "single", single, deliveries);
        double many = print(out, "grouped", grouped, deliveries);
        out.printf(Locale.ROOT, "  grouped is %.2f times one transaction a delivery   (goal: at least 3)%n", many / one);
        poisoned(deliveries, many, out);
        check(out);
    }

    /** One in a hundred cannot be applied: it is laid aside, and the others hardly notice. */
    private void poisoned(int deliveries, double healthy, PrintStream out) throws SQLException {
        poison = POISON_EVERY;
        List<Result> spoilt = List.of(apply(deliveries, Integer.MAX_VALUE), apply(deliveries, Integer.MAX_VALUE));
        poison = Integer.MAX_VALUE;
        double others = print(out, "1 % poison", spoilt, deliveries);
        out.printf(Locale.ROOT, "  the others come through at %.2f of the rate without poison   (goal: at least 0.95)%n", others / healthy);
    }

    private static double print(PrintStream out, String name, List<Result> results, int deliveries) {
        double seconds = results.stream().mapToDouble(Result::seconds).average().orElseThrow();
        double cpu = results.stream().mapToDouble(Result::cpu).average().orElseThrow();
        out.printf(Locale.ROOT, "  %-10s %8.0f deliveries/s %8.2f s wall %7.2f CPU-s per 1,000%n", name, deliveries / seconds, seconds,
                cpu * 1000 / deliveries);
        return deliveries / seconds;
    }

    /** Open invoices, and a payment begun for each. */
    private void begin(int wanted) throws SQLException {
        try (Connection connection = house.connect(tenant); Statement statement = connection.createStatement()) {
            ManyInvoices.write(connection, wanted * 10 / 9 + 10, tenant.today(house.get(Clock.class)));
            statement.executeUpdate("INSERT INTO payment_attempt (id, idempotency_key, invoice_id, customer_id, installation, gateway,"
                    + " amount_minor, currency, state, reason, started_at, actor) SELECT id, CONCAT('q-', id), id, customer_id, '"
                    + INSTALLATION + "', '" + PLUGIN + "', 500, currency, 'OPEN', '', created_at, 'job:bench' FROM invoice");
            try (ResultSet row = statement.executeQuery("SELECT id FROM invoice WHERE currency = 'EUR'"
                    + " ORDER BY MOD(id * 7919, 100003), id")) {
                while (row.next()) {
                    invoices.add(row.getLong(1));
                }
            }
        }
    }

    /** Which rows one delivery becomes. */
    private String profile() throws SQLException {
        try (Connection connection = house.connect(tenant)) {
            Map<String, Long> before = RowTemplate.count(connection, TABLES);
            apply(1, 1);
            Map<String, Long> rows = new LinkedHashMap<>(RowTemplate.count(connection, TABLES));
            rows.replaceAll((table, count) -> count - before.get(table));
            return String.join(", ", rows.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).toList());
        }
    }

    private Result apply(int deliveries, int most) throws SQLException {
        keep(invoices.subList(next, next + deliveries));
        next += deliveries;
        InboxWorker worker = house.get(InboxWorker.class);
        double cpu = house.cpuSeconds();
        long begin = System.nanoTime();
        int applied = 0;
        while (applied < deliveries) {
            applied += most == 1 ? worker.applyWaiting(1) : worker.applyWaiting();
        }
        return new Result((System.nanoTime() - begin) / 1e9, house.cpuSeconds() - cpu);
    }

    /** As the door for webhooks leaves them behind. */
    private void keep(List<Long> targets) throws SQLException {
        Timestamp now = Timestamp.from(house.get(Clock.class).instant());
        try (Connection connection = house.connectPlatform(); PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO webhook_inbox (id, tenant_id, installation, plugin_id, delivery_id, body, events, state, reason, due_at,"
                        + " received_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'WAITING', '', ?, ?)")) {
            for (long invoice : targets) {
                long id = house.get(TimeOrderedIds.class).next();
                byte[] events = PaymentEventJson.write(reported(invoice, now.toInstant())).getBytes(StandardCharsets.UTF_8);
                insert.setLong(1, id);
                insert.setLong(2, tenant.id().value());
                insert.setString(3, INSTALLATION.value());
                insert.setString(4, PLUGIN.value());
                insert.setString(5, "delivery-" + invoice);
                insert.setBytes(6, sealed(id, "body", events));
                insert.setBytes(7, sealed(id, "events", events));
                insert.setTimestamp(8, now);
                insert.setTimestamp(9, now);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private byte[] sealed(long id, String column, byte[] plain) {
        return house.in(tenant, () -> house.get(Secrets.class).seal(new SecretPlace("webhook_inbox", column, Long.toString(id)), plain));
    }

    /** Poison says twice how much was captured, and not the same. */
    private List<PaymentEvent> reported(long invoice, Instant at) {
        boolean spoilt = ++kept % poison == 0;
        spoiled += spoilt ? 1 : 0;
        return spoilt ? List.of(captured(invoice, at, 500), captured(invoice, at, 600)) : List.of(captured(invoice, at, 500));
    }

    private static PaymentEvent captured(long invoice, Instant at, long minor) {
        return new PaymentEvent.Captured(new Occurrence(new GatewayPaymentId("pay-" + invoice),
                Optional.of(new IdempotencyKey("q-" + invoice)), at, 1), Money.ofMinor(minor, "EUR"), Money.ofMinor(15, "EUR"),
                MethodKind.CARD, "Visa 4242");
    }

    /** From outside: whether each delivery was applied once. */
    private void check(PrintStream out) throws SQLException {
        try (Connection connection = house.connect(tenant); Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT (SELECT COUNT(*) FROM payment), (SELECT SUM(amount_minor) FROM allocation),"
                        + " (SELECT SUM(claimed_minor - open_minor) FROM claim), (SELECT SUM(amount_minor) FROM journal_line)")) {
            row.next();
            int sound = next - spoiled;
            boolean right = row.getLong(1) == sound && row.getLong(2) == 500L * sound && row.getLong(3) == 500L * sound
                    && row.getLong(4) == 0;
            out.printf(Locale.ROOT, "checked from outside: %,d deliveries, %,d of them poison, %,d payments, settled %,d, debits less"
                    + " credits %d: %s%n", next, spoiled, row.getLong(1), row.getLong(3), row.getLong(4), right ? "right" : "WRONG");
        }
    }
}
