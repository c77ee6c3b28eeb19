package io.quittance.reconciliation.control;

import io.quittance.Page;
import io.quittance.access.CurrentActor;
import io.quittance.payment.PaymentId;
import io.quittance.reconciliation.Gap;
import io.quittance.reconciliation.LineState;
import io.quittance.reconciliation.MatchKind;
import io.quittance.reconciliation.StatementId;
import io.quittance.reconciliation.StatementLine;
import io.quittance.reconciliation.StatementRow;
import io.quittance.reconciliation.control.ReadStatement.ReadLine;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements, their lines, and the payments seen on the bank. */
@ApplicationScoped
public class StatementStore {

    private static final String ROWS = "SELECT s.id, s.account, s.number, s.currency, s.opening_minor, s.closing_minor,"
            + " s.from_day, s.to_day, s.format,"
            + " s.file_name, s.imported_at, COALESCE(SUM(l.state <> 'PENDING'), 0) AS line_count,"
            + " COALESCE(SUM(l.state = 'MATCHED'), 0) AS matched,"
            + " COALESCE(SUM(l.state = 'DISCREPANCY'), 0) AS discrepancies"
            + " FROM bank_statement s LEFT JOIN bank_line l ON l.statement_id = s.id";
    private static final String LINES = "SELECT id, booked_on, value_on, currency, amount_minor, bank_reference, counterparty,"
            + " counterparty_account, texts, state, return_reason, gap, expected_minor, matched_kind,"
            + " COALESCE(matched_id, announced_id, 0) AS other_id FROM bank_line WHERE ";
    private static final String UNMATCHED = "state IN ('OPEN', 'DISCREPANCY') AND (gap IS NULL OR gap <> 'REVERSED')";
    private static final int LONGEST_TEXTS = 4000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REFERENCE = 100;
    private static final int LONGEST_ACCOUNT = 70;
    private static final int LONGEST_PARTY_ACCOUNT = 40;
    private static final int LONGEST_NUMBER = 70;
    private static final int LONGEST_CODE = 40;

    @Inject
    EntityManager entities;
    @Inject
    TimeOrderedIds ids;
    @Inject
    CurrentActor actor;
    @Inject
    Clock clock;

    Optional<StatementId> known(String identity) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT id FROM bank_statement WHERE identity = ?")) {
                select.setString(1, identity);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new StatementId(row.getLong(1))) : Optional.empty();
                }
            }
        });
    }

    StatementId add(ReadStatement read, String identity, String fileName) {
        long id = ids.next();
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO bank_statement (id, identity, account, number, currency, opening_minor, closing_minor, from_day,"
                    + " to_day, file_name, imported_at, actor, format) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, id);
                insert.setString(2, identity);
                insert.setString(3, cut(read.account(), LONGEST_ACCOUNT));
                insert.setString(4, cut(read.number(), LONGEST_NUMBER));
                insert.setString(5, read.currency().getCurrencyCode());
                insert.setObject(6, read.opening().map(Money::minorUnits).orElse(null), Types.BIGINT);
                insert.setObject(7, read.closing().map(Money::minorUnits).orElse(null), Types.BIGINT);
                insert.setObject(8, read.from());
                insert.setObject(9, read.to());
                insert.setString(10, fileName);
                insert.setTimestamp(11, Timestamp.from(clock.instant()));
                insert.setString(12, actor.get().label());
                insert.setString(13, read.format().label());
                return insert.executeUpdate();
            }
        });
        return new StatementId(id);
    }

    /** Keeps those lines that no overlapping statement brought before. @return how many were new */
    int addLines(StatementId statement, List<ReadLine> lines, List<String> identities) {
        return Sql.call(entities, connection -> {
            int added = 0;
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT IGNORE INTO bank_line (id, statement_id, identity, booked_on, value_on, currency, amount_minor,"
                    + " bank_reference, counterparty, texts, state, counterparty_account, code, return_reason)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (int i = 0; i < lines.size(); i++) {
                    ReadLine line = lines.get(i);
                    insert.setLong(1, ids.next());
                    insert.setLong(2, statement.value());
                    insert.setString(3, identities.get(i));
                    insert.setObject(4, line.bookedOn());
                    insert.setObject(5, line.valueOn());
                    insert.setString(6, line.amount().currency().getCurrencyCode());
                    insert.setLong(7, line.amount().minorUnits());
                    insert.setString(8, cut(line.bankReference(), LONGEST_REFERENCE));
                    insert.setString(9, cut(line.counterparty(), LONGEST_NAME));
                    insert.setString(10, cut(String.join("\n", line.texts()), LONGEST_TEXTS));
                    insert.setString(11, (line.pending() ? LineState.PENDING : LineState.OPEN).name());
                    insert.setString(12, cut(line.counterpartyAccount(), LONGEST_PARTY_ACCOUNT));
                    insert.setString(13, cut(line.code(), LONGEST_CODE));
                    insert.setString(14, cut(line.returnReason(), LONGEST_CODE));
                    added += insert.executeUpdate();
                }
            }
            return added;
        });
    }

    public Page<StatementRow> page(int offset, int limit) {
        List<StatementRow> rows = rows(ROWS + " GROUP BY s.id ORDER BY s.to_day DESC, s.id DESC LIMIT " + limit + " OFFSET " + offset);
        long total = Sql.call(entities, connection -> {
            try (PreparedStatement count = connection.prepareStatement("SELECT COUNT(*) FROM bank_statement");
                    ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
        return new Page<>(rows, total);
    }

    public Optional<StatementRow> find(StatementId id) {
        return rows(ROWS + " WHERE s.id = " + id.value() + " GROUP BY s.id").stream().findFirst();
    }

    public Optional<StatementId> statementOf(long line) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT statement_id FROM bank_line WHERE id = ?")) {
                select.setLong(1, line);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new StatementId(row.getLong(1))) : Optional.empty();
                }
            }
        });
    }

    public List<StatementLine> lines(StatementId id) {
        return lines("statement_id = " + id.value() + " ORDER BY booked_on, id");
    }

    /** Lines that nothing explains yet, or not to the cent; oldest first, locked against another run. */
    List<StatementLine> unmatched(int most) {
        return lines(UNMATCHED + " ORDER BY booked_on, id LIMIT " + most + " FOR UPDATE");
    }

    public boolean hasUnmatched() {
        return !lines(UNMATCHED + " LIMIT 1").isEmpty();
    }

    /** Whether a line, also one that the bank no longer shows, was matched to it. */
    boolean isMatched(MatchKind kind, long id) {
        return !lines("matched_kind = '" + kind + "' AND matched_id = " + id).isEmpty();
    }

    /** A part of a payout, the first of which counts as its match. */
    void matchedPart(StatementLine line, long payout) {
        update(line, LineState.MATCHED, null, null, MatchKind.PAYOUT_PART, null, payout);
    }

    /** The line, which nobody else can match until the unit ends. */
    Optional<StatementLine> lock(long id) {
        return lines("id = " + id + " FOR UPDATE").stream().findFirst();
    }

    void matched(StatementLine line, MatchKind kind, long id) {
        update(line, LineState.MATCHED, null, null, kind, id, null);
    }

    void differs(StatementLine line, Gap gap, Money expected, MatchKind kind, long id) {
        update(line, LineState.DISCREPANCY, gap, expected, kind, null, id);
    }

    /** Only a match is unique: any number of lines may claim to be one payout, and none or one of them is. */
    private void update(StatementLine line, LineState state, Gap gap, Money expected, MatchKind kind, Long matched, Long announced) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE bank_line SET state = ?, gap = ?, expected_minor = ?,"
                    + " matched_kind = ?, matched_id = ?, announced_id = ? WHERE id = ?")) {
                update.setString(1, state.name());
                update.setString(2, gap == null ? null : gap.name());
                update.setObject(3, expected == null ? null : expected.minorUnits(), Types.BIGINT);
                update.setString(4, kind.name());
                update.setObject(5, matched, Types.BIGINT);
                update.setObject(6, announced, Types.BIGINT);
                update.setLong(7, line.id());
                return update.executeUpdate();
            }
        });
    }

    void banked(PaymentId payment, StatementLine line) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT IGNORE INTO banked_payment (payment_id, line_id) VALUES (?, ?)")) {
                insert.setLong(1, payment.value());
                insert.setLong(2, line.id());
                return insert.executeUpdate();
            }
        });
    }

    boolean isBanked(PaymentId payment) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM banked_payment WHERE payment_id = ?")) {
                select.setLong(1, payment.value());
                try (ResultSet row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    private List<StatementRow> rows(String query) {
        return Sql.call(entities, connection -> {
            List<StatementRow> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(query); ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new StatementRow(new StatementId(row.getLong("id")), row.getString("account"), row.getString("number"),
                            row.getString("format"),
                            row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class),
                            money(row, "opening_minor"), money(row, "closing_minor"),
                            row.getString("file_name"), row.getTimestamp("imported_at").toInstant(), row.getInt("line_count"),
                            row.getInt("matched"), row.getInt("discrepancies")));
                }
            }
            return found;
        });
    }

    private static Optional<Money> money(ResultSet row, String column) throws SQLException {
        String currency = row.getString("currency");
        return Optional.ofNullable(row.getObject(column, Long.class)).map(minor -> Money.ofMinor(minor, currency));
    }

    private List<StatementLine> lines(String condition) {
        return Sql.call(entities, connection -> {
            List<StatementLine> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(LINES + condition); ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(line(row));
                }
            }
            return found;
        });
    }

    private static StatementLine line(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        Long expected = row.getObject("expected_minor", Long.class);
        return new StatementLine(row.getLong("id"), row.getObject("booked_on", LocalDate.class), row.getObject("value_on", LocalDate.class),
                Money.ofMinor(row.getLong("amount_minor"), currency), row.getString("bank_reference"), row.getString("counterparty"),
                row.getString("counterparty_account"),
                row.getString("texts").lines().toList(), LineState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("gap")).map(Gap::valueOf),
                Optional.ofNullable(expected).map(minor -> Money.ofMinor(minor, currency)),
                Optional.ofNullable(row.getString("matched_kind")).map(MatchKind::valueOf), row.getLong("other_id"),
                row.getString("return_reason"));
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }
}
