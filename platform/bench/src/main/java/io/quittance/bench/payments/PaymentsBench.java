package io.quittance.bench.payments;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.quittance.bench.house.House;
import io.quittance.bench.house.ManyInvoices;
import io.quittance.bench.house.RowTemplate;
import io.quittance.tenancy.Tenant;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * Payments with allocation, journal, audit trail and idempotency key in a closed loop, interleaved with their limit, once grouped as
 * the product does it and once with one transaction for each request. They come in through the same boundaries as through REST,
 * with its key and its stored answer; HTTP, token and JSON of the request are left out.
 */
public final class PaymentsBench {

    /** Parents before children. */
    private static final Map<String, String> TABLES = tables();
    private static final int[] CLIENTS = {1, 8, 64};
    private static final int POOL = 40;

    private PaymentsBench() {
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        List.of("idempotency_key claimed_at", "payment id", "payment_event payment_id", "allocation_decision id", "allocation id",
                "claim_movement id", "invoice_event id", "journal_entry id", "journal_line entry_id", "outbox id", "audit_event id",
                "idempotency_answer request_key").forEach(line -> tables.put(line.split(" ")[0], line.split(" ")[1]));
        return tables;
    }

    /**
     * @param payments of each run; each pays a part of an invoice of its own
     * @param out      where the table goes
     */
    public static void run(int payments, PrintStream out) throws SQLException, InterruptedException, ExecutionException {
        try (House house = House.open()) {
            Tenant tenant = house.newTenant("payments");
            int runs = 2 + 6 * CLIENTS.length;
            List<Target> targets;
            try (Connection connection = house.connect(tenant)) {
                ManyInvoices.write(connection, (runs + 3) * payments, tenant.today(house.get(Clock.class)));
                targets = targets(connection);
            }
            Ours ours = new Ours(house, tenant, targets);
            try (HikariDataSource pool = pool(house, tenant)) {
                Limit limit = limit(house, tenant, ours, targets, pool);
                out.printf(Locale.ROOT, "%d payments a run, limit - grouped - single - single - grouped - limit, through a pool of %d"
                        + " connections%n", payments, POOL);
                out.printf(Locale.ROOT, "rows of a payment: %s; two more are updated%n", limit.profile());
                Loop loop = new Loop(payments, house);
                loop.run(ours::payTogether, 8); // warm
                loop.run(ours, 8);
                for (int clients : CLIENTS) {
                    compare(loop, limit, ours, clients, out);
                }
            }
            check(house, tenant, out);
        }
    }

    private static void compare(Loop loop, Limit limit, Ours ours, int clients, PrintStream out)
            throws InterruptedException, ExecutionException {
        List<Loop.Result> limits = new ArrayList<>(List.of(loop.run(limit, clients)));
        List<Loop.Result> grouped = new ArrayList<>(List.of(loop.run(ours::payTogether, clients)));
        Loop.Result single = Loop.Result.mean(List.of(loop.run(ours, clients), loop.run(ours, clients)));
        grouped.add(loop.run(ours::payTogether, clients));
        limits.add(loop.run(limit, clients));
        Loop.Result best = Loop.Result.mean(limits);
        Loop.Result got = Loop.Result.mean(grouped);
        out.printf(Locale.ROOT, "%n%d client%s%n", clients, clients == 1 ? "" : "s");
        best.print(out, "limit");
        single.print(out, "single");
        got.print(out, "grouped");
        out.printf(Locale.ROOT, "  grouped is %.2f of the limit (goal: at least 0.6), %.2f times one transaction a request%s, p50 %.2f"
                + " times its%s%n", got.perSecond() / best.perSecond(), got.perSecond() / single.perSecond(),
                clients == 64 ? " (goal: at least 2)" : "", got.p50() / single.p50(), clients == 1 ? " (goal: at most 1.2)" : "");
    }

    /** An invoice to pay. */
    record Target(long invoice, long customer, String currency) {
    }

    private static List<Target> targets(Connection connection) throws SQLException {
        List<Target> targets = new ArrayList<>();
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT id, customer_id, currency FROM invoice ORDER BY MOD(id * 7919, 100003), id")) {
            while (row.next()) {
                targets.add(new Target(row.getLong(1), row.getLong(2), row.getString(3)));
            }
        }
        return targets.stream().filter(target -> target.currency().equals("EUR")).toList();
    }

    private static HikariDataSource pool(House house, Tenant tenant) throws SQLException {
        HikariConfig config = new HikariConfig();
        try (Connection connection = house.connect(tenant)) {
            config.setJdbcUrl(house.url(connection.getCatalog()));
        }
        config.setUsername(System.getProperty("quittance.db.user"));
        config.setPassword(System.getProperty("quittance.db.password"));
        config.setMaximumPoolSize(POOL);
        config.setAutoCommit(false);
        return new HikariDataSource(config);
    }

    private static Limit limit(House house, Tenant tenant, Ours ours, List<Target> targets, HikariDataSource pool) throws SQLException {
        try (Connection connection = house.connect(tenant)) {
            Map<String, Long> before = RowTemplate.count(connection, List.copyOf(TABLES.keySet()));
            Target first = targets.getFirst();
            String key = ours.pay(first);
            return new Limit(RowTemplate.since(connection, before, TABLES,
                    List.of(key, Long.toString(first.invoice()), Long.toString(first.customer()))), targets, ours.next(), pool);
        }
    }

    /** From outside: whether the books are what the payments make them. */
    private static void check(House house, Tenant tenant, PrintStream out) throws SQLException {
        try (Connection connection = house.connect(tenant); Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT (SELECT COUNT(*) FROM payment), (SELECT SUM(amount_minor) FROM allocation),"
                        + " (SELECT SUM(claimed_minor - open_minor) FROM claim), (SELECT SUM(amount_minor) FROM journal_line)")) {
            row.next();
            out.printf(Locale.ROOT, "%nchecked from outside: %,d payments, allocated %,d, settled %,d, debits less credits %d: %s%n",
                    row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4),
                    row.getLong(2) == row.getLong(3) && row.getLong(4) == 0 ? "right" : "WRONG");
        }
    }
}
