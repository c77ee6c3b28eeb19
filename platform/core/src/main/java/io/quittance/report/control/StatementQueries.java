package io.quittance.report.control;

import io.quittance.customer.CustomerId;
import io.quittance.report.Statement;
import io.quittance.report.StatementLine;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Reads a customer's sub-ledger: the lines of receivables and unapplied cash that name the customer. */
@ApplicationScoped
public class StatementQueries {

    private static final String OWN = " FROM journal_line l JOIN ledger_account a ON a.code = l.account_code"
            + " AND a.role IN ('RECEIVABLES', 'UNAPPLIED_CASH')";

    @Inject
    EntityManager entities;

    /** In which currencies anything was ever booked for a customer. */
    public List<Currency> currencies(CustomerId customer) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT DISTINCT l.currency" + OWN
                    + " WHERE l.customer_id = ? ORDER BY l.currency")) {
                select.setLong(1, customer.value());
                List<Currency> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(Currency.getInstance(row.getString(1)));
                    }
                }
                return found;
            }
        });
    }

    /** What was owed before that day. */
    public Money before(CustomerId customer, Currency currency, LocalDate day) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT COALESCE(SUM(l.amount_minor), 0)" + OWN
                    + " WHERE l.customer_id = ? AND l.currency = ? AND l.booked_on < ?")) {
                select.setLong(1, customer.value());
                select.setString(2, currency.getCurrencyCode());
                select.setObject(3, day);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return new Money(row.getLong(1), currency);
                }
            }
        });
    }

    /** Entries that changed what was owed; money that only moved between the customer's own claims is left out. */
    public List<StatementLine> lines(CustomerId customer, Currency currency, LocalDate from, LocalDate to, Money opening) {
        return Sql.call(entities, connection -> {
            List<StatementLine> lines = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT g.day, g.cause_type, g.amount, g.invoice_id,"
                    + " COALESCE(n.number, i.number, NULLIF(p.label, ''), p.reference, '') AS document"
                    + " FROM (SELECT l.entry_id, MIN(l.booked_on) AS day,"
                    + " MIN(e.cause_type) AS cause_type, MIN(e.cause_id) AS cause_id, SUM(l.amount_minor) AS amount,"
                    + " CASE WHEN MIN(l.invoice_id) = MAX(l.invoice_id) THEN MIN(l.invoice_id) END AS invoice_id" + OWN
                    + " JOIN journal_entry e ON e.id = l.entry_id"
                    + " WHERE l.customer_id = ? AND l.currency = ? AND l.booked_on BETWEEN ? AND ?"
                    + " GROUP BY l.entry_id HAVING SUM(l.amount_minor) <> 0) g"
                    + " LEFT JOIN credit_note n ON g.cause_type = 'credit-note' AND n.id = g.cause_id"
                    + " LEFT JOIN payment p ON g.cause_type = 'payment' AND p.id = g.cause_id"
                    + " LEFT JOIN invoice i ON g.cause_type <> 'payment' AND i.id = g.invoice_id ORDER BY g.day, g.entry_id")) {
                select.setLong(1, customer.value());
                select.setString(2, currency.getCurrencyCode());
                select.setObject(3, from);
                select.setObject(4, to);
                Money balance = opening;
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        Money amount = new Money(row.getLong(3), currency);
                        balance = balance.plus(amount);
                        lines.add(new StatementLine(row.getObject(1, LocalDate.class), kind(row.getString(2), amount), row.getString(5),
                                row.getLong(4), amount, balance));
                    }
                }
            }
            return lines;
        });
    }

    private static StatementLine.Kind kind(String cause, Money amount) {
        return switch (cause) {
            case "invoice" -> StatementLine.Kind.INVOICE;
            case "credit-note" -> StatementLine.Kind.CREDIT_NOTE;
            case "payment" -> amount.isNegative() ? StatementLine.Kind.PAYMENT : StatementLine.Kind.PAID_BACK;
            case "refund" -> StatementLine.Kind.PAID_BACK;
            case "interest" -> StatementLine.Kind.LATE_PAYMENT;
            case "interest-waiver" -> StatementLine.Kind.WAIVER;
            case "discount" -> StatementLine.Kind.DISCOUNT;
            case "write-off" -> StatementLine.Kind.WRITE_OFF;
            default -> StatementLine.Kind.OTHER;
        };
    }

    /** What was open of each claim when a day ended, by the claims' own due dates. */
    public Statement.Aging aging(CustomerId customer, Currency currency, LocalDate day) {
        return Sql.call(entities, connection -> {
            long[] buckets = new long[6];
            try (PreparedStatement select = connection.prepareStatement("SELECT a.role, c.due_date, SUM(l.amount_minor)" + OWN
                    + " LEFT JOIN claim c ON c.id = l.claim_id WHERE l.customer_id = ? AND l.currency = ? AND l.booked_on <= ?"
                    + " GROUP BY a.role, c.due_date")) {
                select.setLong(1, customer.value());
                select.setString(2, currency.getCurrencyCode());
                select.setObject(3, day);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        buckets[bucket(row, day)] += row.getLong(3);
                    }
                }
            }
            return new Statement.Aging(new Money(buckets[0], currency), new Money(buckets[1], currency), new Money(buckets[2], currency),
                    new Money(buckets[3], currency), new Money(buckets[4], currency), new Money(-buckets[5], currency));
        });
    }

    private static int bucket(ResultSet row, LocalDate day) throws SQLException {
        if ("UNAPPLIED_CASH".equals(row.getString(1))) {
            return 5;
        }
        long late = ChronoUnit.DAYS.between(row.getObject(2, LocalDate.class), day);
        return late <= 0 ? 0 : late <= 30 ? 1 : late <= 60 ? 2 : late <= 90 ? 3 : 4;
    }
}
