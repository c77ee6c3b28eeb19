package io.quittance.ledger.control;

import io.quittance.ledger.AccountLedger;
import io.quittance.ledger.Cause;
import io.quittance.ledger.Dimension;
import io.quittance.ledger.JournalEntryId;
import io.quittance.ledger.JournalLine;
import io.quittance.ledger.LedgerAccount;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Reads the journal. */
@ApplicationScoped
public class LedgerQueries {

    private static final String LINES = "SELECT l.entry_id, l.line_no, l.account_code, l.amount_minor, l.currency, l.booked_on,"
            + " l.customer_id, l.invoice_id, l.claim_id, e.posted_at, e.cause_type, e.cause_id, e.description, e.actor"
            + " FROM journal_line l JOIN journal_entry e ON e.id = l.entry_id WHERE ";
    private static final String IN_ORDER = " ORDER BY l.entry_id, l.line_no";

    @Inject
    EntityManager entities;
    @Inject
    ChartOfAccounts chart;

    public AccountLedger account(LedgerAccount account, Currency currency, LocalDate from, LocalDate to, int offset, int limit) {
        return Sql.call(entities, connection -> {
            List<JournalLine> lines = page(connection, account, currency, from, to, offset, limit + 1);
            boolean more = lines.size() > limit;
            List<JournalLine> shown = more ? lines.subList(0, limit) : lines;
            Money opening = opening(connection, account, currency, from, to, offset);
            Money closing = shown.stream().map(JournalLine::amount).reduce(opening, Money::plus);
            return new AccountLedger(account, opening, shown, closing, more);
        });
    }

    private List<JournalLine> page(Connection connection, LedgerAccount account, Currency currency, LocalDate from, LocalDate to,
            int offset, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LINES
                + "l.account_code = ? AND l.currency = ? AND l.booked_on BETWEEN ? AND ?"
                + " ORDER BY l.booked_on, l.entry_id, l.line_no LIMIT ? OFFSET ?")) {
            bind(select, account, currency, from, to);
            select.setInt(5, limit);
            select.setInt(6, offset);
            return lines(select);
        }
    }

    /** The balance before the first day, plus the lines of the span that lie before the page. */
    private static Money opening(Connection connection, LedgerAccount account, Currency currency, LocalDate from, LocalDate to,
            int offset) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT COALESCE((SELECT SUM(amount_minor) FROM journal_line WHERE account_code = ? AND currency = ? AND booked_on < ?), 0)"
                        + " + COALESCE((SELECT SUM(amount_minor) FROM (SELECT amount_minor FROM journal_line WHERE account_code = ?"
                        + " AND currency = ? AND booked_on BETWEEN ? AND ? ORDER BY booked_on, entry_id, line_no LIMIT ?) earlier), 0)")) {
            select.setString(1, account.code());
            select.setString(2, currency.getCurrencyCode());
            select.setObject(3, from);
            select.setString(4, account.code());
            select.setString(5, currency.getCurrencyCode());
            select.setObject(6, from);
            select.setObject(7, to);
            select.setInt(8, offset);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Money(row.getLong(1), currency);
            }
        }
    }

    private static void bind(PreparedStatement select, LedgerAccount account, Currency currency, LocalDate from, LocalDate to)
            throws SQLException {
        select.setString(1, account.code());
        select.setString(2, currency.getCurrencyCode());
        select.setObject(3, from);
        select.setObject(4, to);
    }

    public List<JournalLine> behindInvoice(long invoice) {
        return lines("l.invoice_id = ?", invoice);
    }

    public List<JournalLine> behindCause(Cause cause) {
        return lines("e.cause_type = ? AND e.cause_id = ?", cause.type(), cause.id());
    }

    /** Entries after that one that are booked between two days, both included, in order. */
    List<JournalEntryId> entries(long after, LocalDate from, LocalDate to, int most) {
        return Sql.call(entities, connection -> {
            List<JournalEntryId> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id FROM journal_entry WHERE id > ? AND booked_on BETWEEN ? AND ? ORDER BY id LIMIT ?")) {
                select.setLong(1, after);
                select.setObject(2, from);
                select.setObject(3, to);
                select.setInt(4, most);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new JournalEntryId(row.getLong(1)));
                    }
                }
            }
            return found;
        });
    }

    List<JournalLine> lines(List<JournalEntryId> entries) {
        String ids = entries.stream().map(JournalEntryId::toString).collect(Collectors.joining(","));
        return lines("l.entry_id IN (" + ids + ")");
    }

    public List<JournalLine> entry(JournalEntryId entry) {
        return lines("l.entry_id = ?", entry.value());
    }

    private List<JournalLine> lines(String condition, Object... values) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(LINES + condition + IN_ORDER)) {
                Sql.bind(select, values);
                return lines(select);
            }
        });
    }

    private List<JournalLine> lines(PreparedStatement select) throws SQLException {
        List<JournalLine> lines = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                lines.add(new JournalLine(new JournalEntryId(row.getLong("entry_id")), row.getInt("line_no"),
                        row.getObject("booked_on", LocalDate.class), row.getTimestamp("posted_at").toInstant(),
                        new Cause(row.getString("cause_type"), row.getLong("cause_id")), row.getString("description"),
                        row.getString("actor"), chart.require(row.getString("account_code")),
                        Money.ofMinor(row.getLong("amount_minor"), row.getString("currency")),
                        new Dimension(optional(row, "customer_id"), optional(row, "invoice_id"), optional(row, "claim_id"))));
            }
        }
        return lines;
    }

    private static OptionalLong optional(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
