package io.quittance.bench.matching;

import io.quittance.bench.house.House;
import io.quittance.bench.house.ManyInvoices;
import io.quittance.reconciliation.boundary.Matches;
import io.quittance.reconciliation.boundary.Statements;
import io.quittance.tenancy.Tenant;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Lines of a bank statement against open items: searched by number, amount and payer, weighed and kept as suggestions by a run of a
 * tenant that confirms all itself; then the same again by one that books what is sure. Fifteen of a hundred lines are spoilt: no
 * number, another number, too little, a stranger. Beside it the server copies the rows that came of the bookings into tables of the
 * same shape, which reads and writes them and does nothing else; the claims, invoices and lines that the product updates are left
 * out of that.
 */
public final class MatchingBench {

    private static final int ITEMS_PER_LINE = 10;
    private static final int NOISE = 15;
    private static final int HUNDRED = 100;
    private static final int WARM_UP = 5_000;
    private static final double GOAL_SECONDS = 5;
    private static final long STATEMENT = 1;
    /** A person confirms everything: no match is ever certain. */
    private static final int NEVER_ALONE = 10_000;
    private static final int ALONE = 9_990;
    /** What comes of a matched line; each with the column by which its newest rows come last. */
    private static final Map<String, String> TABLES = Map.ofEntries(Map.entry("payment", "id"), Map.entry("payment_event", "payment_id"),
            Map.entry("allocation", "id"), Map.entry("allocation_decision", "id"), Map.entry("claim_movement", "id"),
            Map.entry("invoice_event", "id"), Map.entry("journal_entry", "id"), Map.entry("journal_line", "entry_id"),
            Map.entry("audit_event", "id"), Map.entry("banked_payment", "line_id"), Map.entry("match_suggestion", "line_id"));

    private final House house;
    private final Tenant tenant;
    private final Random random = new Random(1);
    private final Map<Long, Long> truth = new HashMap<>();

    private MatchingBench(House house, String name) {
        this.house = house;
        this.tenant = house.newTenant(name);
    }

    /** An open invoice. */
    private record Item(long id, String number, long customer, long minor) {
    }

    /**
     * @param items how many are open; a tenth as many lines come
     * @param out   where the table goes
     */
    public static void run(int items, PrintStream out) throws SQLException {
        try (House house = House.open()) {
            new MatchingBench(house, "warm").measure(Math.min(items, WARM_UP), new PrintStream(PrintStream.nullOutputStream()));
            new MatchingBench(house, "matching").measure(items, out);
        }
    }

    private void measure(int items, PrintStream out) throws SQLException {
        int lines = Math.max(1, items / ITEMS_PER_LINE);
        try (Connection connection = house.connect(tenant)) {
            ManyInvoices.write(connection, items, tenant.today(house.get(Clock.class)));
            write(connection, lines);
            Run decided = run(NEVER_ALONE);
            Map<String, Long> before = newest(connection);
            Run booked = run(ALONE);
            int right = right(connection);
            out.printf(Locale.ROOT, "%,d lines, %d %% of them spoilt, against %,d open items%n", lines, NOISE, items);
            out.printf(Locale.ROOT, "  booked %,d, right %,d (precision %.5f); of all that pay something %.4f%n", booked.matched(), right,
                    right / (double) Math.max(1, booked.matched()), right / (double) Math.max(1, truth.size()));
            out.print(decided.row("match", lines));
            out.print(booked.row("match and book", lines));
            out.printf(Locale.ROOT, "  (goal: 10,000 lines matched in at most %.0f s)%n", GOAL_SECONDS);
            long rows = 0;
            long begin = System.nanoTime();
            for (Map.Entry<String, Long> table : before.entrySet()) {
                rows += copy(connection, table.getKey(), table.getValue());
            }
            double limit = (System.nanoTime() - begin) / 1e9;
            out.printf(Locale.ROOT, "  the %,d rows of the bookings copied by the server %.2f s; matched and booked in %.1f times that%n",
                    rows, limit, booked.seconds() / limit);
        }
    }

    /** @param automatic the probability from which nobody is asked, in basis points */
    private Run run(int automatic) {
        return house.in(tenant, () -> {
            house.get(Matches.class).automaticFrom(automatic);
            double cpu = house.cpuSeconds();
            long begin = System.nanoTime();
            int matched = house.get(Statements.class).matchAgain();
            return new Run(matched, (System.nanoTime() - begin) / 1e9, house.cpuSeconds() - cpu);
        });
    }

    private record Run(int matched, double seconds, double cpu) {

        String row(String name, int lines) {
            return String.format(Locale.ROOT, "  %-16s %8.2f s %8.0f lines/s %7.2f CPU-s%n", name, seconds, lines / seconds, cpu);
        }
    }

    /** Known payers with an account each, and the lines of one statement. */
    private void write(Connection connection, int lines) throws SQLException {
        LocalDate today = tenant.today(house.get(Clock.class));
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO known_payer (id, customer_id, name, account, line_id, seen_at)"
                    + " SELECT id, id, name, CONCAT('DE', id), 0, created_at FROM customer");
            statement.executeUpdate("INSERT INTO bank_statement (id, identity, account, number, currency, opening_minor, closing_minor,"
                    + " from_day, to_day, file_name, imported_at, actor, format) VALUES (" + STATEMENT + ", REPEAT('0', 64), 'DE1', 'B',"
                    + " 'EUR', NULL, NULL, '" + today + "', '" + today + "', 'bench', NOW(6), 'job:bench', 'camt.053')");
        }
        List<Item> items = items(connection, lines);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO bank_line (id, statement_id, identity, booked_on,"
                + " value_on, currency, amount_minor, bank_reference, counterparty, texts, state, counterparty_account) VALUES (?, "
                + STATEMENT + ", SHA2(?, 256), ?, ?, 'EUR', ?, '', ?, ?, 'OPEN', ?)")) {
            for (int i = 0; i < items.size(); i++) {
                line(insert, i + 1L, today, items.get(i), random.nextInt(HUNDRED) < NOISE ? random.nextInt(4) : -1);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** @param spoilt in which way, -1 for none */
    private void line(PreparedStatement insert, long id, LocalDate today, Item item, int spoilt) throws SQLException {
        boolean stranger = spoilt == 3;
        insert.setLong(1, id);
        insert.setLong(2, id);
        insert.setObject(3, today);
        insert.setObject(4, today);
        insert.setLong(5, stranger ? 100 + random.nextInt(900_000) : spoilt == 2 ? item.minor() - 1 - random.nextInt(400) : item.minor());
        insert.setString(6, stranger ? "Unknown Sender" : "Customer " + item.customer());
        String number = item.number() + (spoilt == 1 ? "9" : "");
        insert.setString(7, stranger || spoilt == 0 ? "thank you" : "Invoice " + number + ", thank you");
        insert.setString(8, stranger ? "XX" + random.nextInt(1_000_000) : "DE" + item.customer());
        if (!stranger) {
            truth.put(id, item.id());
        }
    }

    private static List<Item> items(Connection connection, int lines) throws SQLException {
        List<Item> items = new ArrayList<>();
        try (Statement select = connection.createStatement(); ResultSet row = select.executeQuery("SELECT id, number, customer_id,"
                + " open_minor FROM invoice WHERE currency = 'EUR' ORDER BY MOD(id * 7919, 1000003), id LIMIT " + lines)) {
            while (row.next()) {
                items.add(new Item(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4)));
            }
        }
        return items;
    }

    private static Map<String, Long> newest(Connection connection) throws SQLException {
        Map<String, Long> newest = new HashMap<>();
        try (Statement select = connection.createStatement()) {
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                try (ResultSet row = select.executeQuery("SELECT COALESCE(MAX(" + table.getValue() + "), 0) FROM " + table.getKey())) {
                    row.next();
                    newest.put(table.getKey(), row.getLong(1));
                }
            }
        }
        return newest;
    }

    /** @return how many rows it were */
    private static int copy(Connection connection, String table, long after) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bench_copy LIKE " + table);
            int rows = statement.executeUpdate("INSERT INTO bench_copy SELECT * FROM " + table + " WHERE " + TABLES.get(table) + " > "
                    + after);
            statement.execute("DROP TABLE bench_copy");
            return rows;
        }
    }

    /** Lines whose payment went to their invoice and to no other. */
    private int right(Connection connection) throws SQLException {
        int right = 0;
        try (Statement select = connection.createStatement(); ResultSet row = select.executeQuery("SELECT l.id, MIN(a.invoice_id),"
                + " MAX(a.invoice_id) FROM bank_line l JOIN allocation a ON a.payment_id = l.matched_id WHERE l.state = 'MATCHED'"
                + " GROUP BY l.id")) {
            while (row.next()) {
                Long invoice = truth.get(row.getLong(1));
                right += invoice != null && invoice == row.getLong(2) && invoice == row.getLong(3) ? 1 : 0;
            }
        }
        return right;
    }
}
