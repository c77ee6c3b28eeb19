package io.quittance.bench.house;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes issued, open invoices by the hundred thousand: the rows that the product would write, computed by the server. Issue and
 * due dates lie over two years, amounts from 10.00 to 5,009.99, one in ten is in dollars, all are customers' {@value #SEGMENTS}
 * segments'. Documents, lines and the audit trail are left out.
 */
public final class ManyInvoices {

    /** Every thousandth has this word in its reference. */
    public static final String RARE_WORD = "tulip";
    static final String SEGMENTS = "retail, public and trade";

    private static final int SLICE = 50_000;
    private static final long FIRST_ID = 1_000_000_000_000L;
    private static final long CUSTOMERS_EACH = 200;
    private static final String NUMBERS = "(SELECT a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n AS n FROM"
            + " bench_digit a, bench_digit b, bench_digit c, bench_digit d, bench_digit e WHERE a.n + 10 * b.n + 100 * c.n"
            + " + 1000 * d.n + 10000 * e.n < %d) s";

    private ManyInvoices() {
    }

    /**
     * @param invoices how many
     * @param today    the newest is issued on that day
     */
    public static void write(Connection connection, int invoices, LocalDate today) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bench_digit (n INT NOT NULL PRIMARY KEY)");
            statement.execute("INSERT INTO bench_digit VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)");
            statement.execute("SET unique_checks = 0, foreign_key_checks = 0");
            for (int from = 0; from < invoices; from += SLICE) {
                for (String sql : slice(from, Math.min(SLICE, invoices - from), invoices, today)) {
                    statement.executeUpdate(sql);
                }
            }
            statement.execute("DROP TABLE bench_digit");
            statement.execute("SET unique_checks = 1, foreign_key_checks = 1");
            statement.execute("ANALYZE TABLE customer, invoice, claim, journal_entry, journal_line");
        }
    }

    private static List<String> slice(int from, int size, int all, LocalDate today) {
        String numbers = NUMBERS.formatted(size);
        // i counts on from the oldest to the newest
        String i = "(s.n + " + from + ")";
        String id = "(" + FIRST_ID + " + " + i + ")";
        String issued = String.format(Locale.ROOT, "DATE_SUB('%s', INTERVAL FLOOR(730.0 * (%d - 1 - %s) / %d) DAY)", today, all, i, all);
        String due = "DATE_ADD(" + issued + ", INTERVAL 10 * (1 + MOD(" + i + ", 6)) DAY)";
        String minor = "(1000 + MOD(" + i + " * 7919, 500000))";
        String currency = "CASE WHEN MOD(" + i + ", 10) = 3 THEN 'USD' ELSE 'EUR' END";
        String customer = "(" + FIRST_ID + " + MOD(" + i + ", " + Math.max(1, all / CUSTOMERS_EACH) + "))";
        String at = "TIMESTAMP(" + issued + ", SEC_TO_TIME(MOD(" + i + ", 86400)))";
        List<String> sql = new ArrayList<>();
        if (from == 0) {
            for (int first = 0; first < Math.max(1, all / CUSTOMERS_EACH); first += SLICE) {
                sql.add(customers(first, (int) Math.min(SLICE, Math.max(1, all / CUSTOMERS_EACH) - first)));
            }
        }
        sql.add("INSERT INTO invoice (id, number, status, settlement, on_hold, customer_id, customer_name, currency, gross_minor,"
                + " claimed_minor, open_minor, issue_date, due_date, zone, overdue_from, buyer_reference, created_at, issued_at, sent_at,"
                + " search_text) SELECT " + id + ", CONCAT('B-', " + i + "), 'ISSUED', 'OPEN', 0, " + customer
                + ", CONCAT('Customer ', " + customer + "), " + currency + ", " + minor + ", " + minor + ", " + minor + ", " + issued
                + ", " + due + ", 'Europe/Berlin', DATE_ADD(" + due + ", INTERVAL 1 DAY), CASE WHEN MOD(" + i + ", 1000) = 7 THEN '"
                + RARE_WORD + "' ELSE '' END, " + at + ", " + at + ", " + at + ", CONCAT('B-', " + i + ", ' Customer ', " + customer
                + ", CASE WHEN MOD(" + i + ", 1000) = 7 THEN ' " + RARE_WORD + "' ELSE '' END) FROM " + numbers);
        sql.add("INSERT INTO claim (id, invoice_id, kind, position, currency, claimed_minor, open_minor, due_date) SELECT " + id + ", " + id
                + ", 'PRINCIPAL', 1, " + currency + ", " + minor + ", " + minor + ", " + due + " FROM " + numbers);
        sql.add("INSERT INTO journal_entry (id, idempotency_key, content_hash, cause_type, cause_id, booked_on, posted_at, actor,"
                + " description) SELECT " + id + ", CONCAT('bench:', " + i + "), REPEAT('0', 32), 'invoice', " + id + ", " + issued + ", "
                + at + ", 'job:bench', 'Invoice' FROM " + numbers);
        for (String line : List.of("1, 'RECEIVABLES', 1", "2, 'REVENUE', -1")) {
            String[] part = line.split(", ");
            sql.add("INSERT INTO journal_line (entry_id, line_no, account_code, amount_minor, currency, booked_on, customer_id, invoice_id,"
                    + " claim_id) SELECT " + id + ", " + part[0] + ", (SELECT code FROM ledger_account WHERE role = " + part[1] + "), "
                    + minor + " * " + part[2] + ", " + currency + ", " + issued + ", " + customer + ", " + id + ", " + id + " FROM "
                    + numbers);
        }
        return sql;
    }

    private static String customers(int from, int size) {
        String i = "(s.n + " + from + ")";
        return "INSERT INTO customer (id, name, kind, segment, emails, language, zone, terms_days, tax_id, street, extra, postcode, city,"
                + " region, country, search_text, created_at) SELECT " + FIRST_ID + " + " + i + ", CONCAT('Customer ', " + FIRST_ID + " + "
                + i + "), 'BUSINESS', ELT(1 + MOD(" + i + ", 3), 'retail', 'public', 'trade'), '[\"accounts@example.com\"]', 'en',"
                + " 'Europe/Berlin', 30, '', 'Hauptstr. 1', '', '10115', 'Berlin', '', 'DE', CONCAT('Customer ', " + FIRST_ID + " + " + i
                + "), '2024-01-01' FROM " + NUMBERS.formatted(size);
    }
}
