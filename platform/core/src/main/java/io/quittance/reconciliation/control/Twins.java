package io.quittance.reconciliation.control;

import io.quittance.reconciliation.control.ReadStatement.ReadLine;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The same movement told by a file and by a feed, each in its own words. Both tell all that is booked, so among the lines of one
 * account, day and amount each of the one stands for one of the other: as many survive as the source that tells more of them has.
 */
@ApplicationScoped
public class Twins {

    /** A line that bears the bank's own reference may be booked a few days apart in the two. */
    private static final int DAYS_APART = 5;
    private static final String FILE = "FILE";
    private static final String FEED = "FEED";
    private static final String OPEN = "SELECT l.id, l.booked_on, l.amount_minor, l.bank_reference, l.counterparty, l.texts"
            + " FROM bank_line l JOIN bank_statement s ON s.id = l.statement_id"
            + " WHERE s.account = ? AND s.currency = ? AND l.booked_on BETWEEN ? AND ? AND l.state <> 'PENDING' AND ";
    private static final String UNPAIRED = " NOT EXISTS (SELECT 1 FROM bank_line_echo e WHERE e.line_id = l.id AND e.source = '%s')";

    @Inject
    EntityManager entities;
    @Inject
    KnownLines known;
    @Inject
    Withdrawals withdrawals;
    @Inject
    Clock clock;

    /** A line of the other source that no line of this one stands for yet. */
    private record Twin(long id, LocalDate day, long minor, String reference, String counterparty, String texts) {

        boolean isSame(ReadLine line) {
            return minor == line.amount().minorUnits() && (day.equals(line.bookedOn()) || namesAlike(line)
                    && Math.abs(ChronoUnit.DAYS.between(day, line.bookedOn())) <= DAYS_APART);
        }

        private boolean namesAlike(ReadLine line) {
            return !reference.isEmpty() && reference.equals(line.bankReference());
        }

        /** Smaller for a likelier one. */
        int distance(ReadLine line) {
            List<String> mine = texts.lines().toList();
            return namesAlike(line) ? 0 : !Collections.disjoint(mine, line.texts()) ? 1
                    : !counterparty.isEmpty() && counterparty.equalsIgnoreCase(line.counterparty()) ? 2 : 3;
        }
    }

    /** The name under which an account is known: a British IBAN ends with the sort code and the number that others say. */
    String account(String said) {
        boolean british = said.matches("GB[0-9]{2}[A-Z]{4}[0-9]{14}");
        if (!british && !said.matches("[0-9]{14}")) {
            return said;
        }
        String query = british ? "SELECT account FROM bank_statement WHERE account IN (?, RIGHT(?, 14)) ORDER BY id LIMIT 1"
                : "SELECT account FROM bank_statement WHERE account = ? OR account LIKE 'GB%' AND RIGHT(account, 14) = ?"
                + " ORDER BY id LIMIT 1";
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(query)) {
                select.setString(1, said);
                select.setString(2, said);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getString(1) : said;
                }
            }
        });
    }

    /**
     * Finds which lines of a file a feed has brought already, and remembers them.
     *
     * @param identities of its lines, in their order
     * @return those of them that are such lines
     */
    Set<String> ofFile(ReadStatement statement, List<String> identities) {
        Set<String> echoes = echoes(statement);
        List<Twin> open = open(statement, "s.format = 'feed' AND" + UNPAIRED.formatted(FILE));
        if (open.isEmpty() || known.goesOn(statement)) {
            return echoes;
        }
        for (int i = 0; i < identities.size(); i++) {
            String identity = identities.get(i);
            ReadLine line = statement.lines().get(i);
            if (!line.pending() && !known.isKnown(identity) && take(line, identity, open, FILE)) {
                echoes.add(identity);
            }
        }
        return echoes;
    }

    /** Lines that a new one of a feed may be: a file's, or one of a feed that the bank had taken back. */
    final class Wanted {

        private final List<Twin> open;

        private Wanted(List<Twin> open) {
            this.open = open;
        }

        /** Whether the line is one of them, which it then stands for. */
        boolean take(ReadLine line, String identity) {
            return Twins.this.take(line, identity, open, FEED);
        }
    }

    Wanted ofFeed(ReadStatement statement) {
        return new Wanted(open(statement, "(s.format <> 'feed' AND" + UNPAIRED.formatted(FEED) + " OR l.gap = 'REVERSED')"));
    }

    private boolean take(ReadLine line, String identity, List<Twin> open, String source) {
        Optional<Twin> best = open.stream().filter(twin -> twin.isSame(line)).min(Comparator.comparingInt(twin -> twin.distance(line)));
        best.ifPresent(twin -> {
            open.remove(twin);
            add(identity, twin.id(), source);
            withdrawals.find(identity).ifPresent(told -> withdrawals.shows(told, line.amount()));
        });
        return best.isPresent();
    }

    private void add(String identity, long line, String source) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT IGNORE INTO bank_line_echo (identity, line_id, source, seen_at) VALUES (?, ?, ?, ?)")) {
                insert.setString(1, identity);
                insert.setLong(2, line);
                insert.setString(3, source);
                insert.setTimestamp(4, Timestamp.from(clock.instant()));
                return insert.executeUpdate();
            }
        });
    }

    private Set<String> echoes(ReadStatement statement) {
        return Sql.call(entities, connection -> {
            Set<String> found = new HashSet<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT e.identity FROM bank_line_echo e"
                    + " JOIN bank_line l ON l.id = e.line_id JOIN bank_statement s ON s.id = l.statement_id"
                    + " WHERE s.account = ? AND s.currency = ? AND l.booked_on BETWEEN ? AND ?")) {
                bind(select, statement);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getString(1));
                    }
                }
            }
            return found;
        });
    }

    private List<Twin> open(ReadStatement statement, String condition) {
        return Sql.call(entities, connection -> {
            List<Twin> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(OPEN + condition + " ORDER BY l.booked_on, l.id")) {
                bind(select, statement);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Twin(row.getLong("id"), row.getObject("booked_on", LocalDate.class), row.getLong("amount_minor"),
                                row.getString("bank_reference"), row.getString("counterparty"), row.getString("texts")));
                    }
                }
            }
            return found;
        });
    }

    private static void bind(PreparedStatement select, ReadStatement statement) throws SQLException {
        select.setString(1, statement.account());
        select.setString(2, statement.currency().getCurrencyCode());
        select.setObject(3, statement.from().minusDays(DAYS_APART));
        select.setObject(4, statement.to().plusDays(DAYS_APART));
    }
}
