package io.quittance.reconciliation.control;

import io.quittance.reconciliation.control.ReadStatement.ReadLine;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What earlier files brought of an account: which lines of a new one are the same, and which announced ones it replaces. */
@ApplicationScoped
public class KnownLines {

    /** An announced entry is booked within days. */
    private static final int DAYS_APART = 10;
    /** One that is announced no longer after that has been dropped. */
    private static final int DAYS_KEPT = 14;

    @Inject
    EntityManager entities;

    /** An entry that was announced. */
    private record Announced(long id, LocalDate day, long minor, String reference, String counterparty, String texts) {

        boolean becomes(ReadLine line) {
            boolean near = Math.abs(ChronoUnit.DAYS.between(day, line.bookedOn())) <= DAYS_APART;
            boolean same = !reference.isEmpty() && reference.equals(line.bankReference()) || texts.equals(String.join("\n", line.texts()))
                    || !counterparty.isEmpty() && counterparty.equals(line.counterparty());
            return near && minor == line.amount().minorUnits() && same;
        }
    }

    /**
     * The identities of a statement's lines. Lines that look the same as known ones are those, unless the balances prove
     * that the statement goes on exactly where all that is known ends: then they are others that look alike.
     *
     * @param guessed by fingerprint and occurrence in the file
     */
    List<String> identities(ReadStatement statement, List<String> guessed) {
        Optional<Money> start = firstOpening(statement);
        List<String> fresh = guessed.stream().filter(identity -> !isKnown(identity)).toList();
        if (start.isEmpty() || statement.opening().isEmpty() || statement.closing().isEmpty() || fresh.size() == guessed.size()) {
            return guessed;
        }
        Money known = start.get().plus(booked(statement));
        Money added = Money.zero(statement.currency());
        for (int i = 0; i < guessed.size(); i++) {
            ReadLine line = statement.lines().get(i);
            added = line.pending() || !fresh.contains(guessed.get(i)) ? added : added.plus(line.amount());
        }
        boolean overlaps = known.plus(added).equals(statement.closing().get());
        return overlaps || !known.equals(statement.opening().get()) ? guessed : behind(statement);
    }

    /** The balances prove that it begins where all that is known ends, and that something moved since. */
    boolean goesOn(ReadStatement statement) {
        Optional<Money> start = firstOpening(statement);
        return start.isPresent() && statement.opening().isPresent() && !statement.opening().equals(statement.closing())
                && start.get().plus(booked(statement)).equals(statement.opening().get());
    }

    private List<String> behind(ReadStatement statement) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> identities = new ArrayList<>();
        for (ReadLine line : statement.lines()) {
            String fingerprint = Identity.fingerprint(statement, line);
            int occurrence = seen.getOrDefault(fingerprint, 0) + 1;
            while (isKnown(Identity.ofLine(statement, line, occurrence))) {
                occurrence++;
            }
            seen.put(fingerprint, occurrence);
            identities.add(Identity.ofLine(statement, line, occurrence));
        }
        return identities;
    }

    boolean isKnown(String identity) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM bank_line WHERE identity = ?"
                    + " UNION ALL SELECT 1 FROM bank_line_echo WHERE identity = ?")) {
                select.setString(1, identity);
                select.setString(2, identity);
                try (ResultSet row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    private Optional<Money> firstOpening(ReadStatement statement) {
        return number(statement, "SELECT opening_minor FROM bank_statement WHERE account = ? AND currency = ?"
                + " AND opening_minor IS NOT NULL ORDER BY from_day, id LIMIT 1");
    }

    private Money booked(ReadStatement statement) {
        return number(statement, "SELECT SUM(l.amount_minor) FROM bank_line l JOIN bank_statement s ON s.id = l.statement_id"
                + " WHERE s.account = ? AND s.currency = ? AND l.state <> 'PENDING' AND (l.gap IS NULL OR l.gap <> 'REVERSED')")
                .orElse(Money.zero(statement.currency()));
    }

    private Optional<Money> number(ReadStatement statement, String query) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(query)) {
                select.setString(1, statement.account());
                select.setString(2, statement.currency().getCurrencyCode());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() && row.getObject(1) != null ? Optional.of(new Money(row.getLong(1), statement.currency()))
                            : Optional.empty();
                }
            }
        });
    }

    /** Announced lines that are booked now, or that the bank no longer announces, go; each booked line replaces one. */
    int replaceAnnounced(ReadStatement statement) {
        List<Announced> waiting = new ArrayList<>(announced(statement));
        List<Announced> gone = new ArrayList<>();
        for (ReadLine line : statement.lines()) {
            if (!line.pending()) {
                waiting.stream().filter(candidate -> candidate.becomes(line)).findFirst().ifPresent(candidate -> {
                    waiting.remove(candidate);
                    gone.add(candidate);
                });
            }
        }
        if (statement.closing().isPresent()) {
            waiting.stream().filter(candidate -> candidate.day().isBefore(statement.to().minusDays(DAYS_KEPT))).forEach(gone::add);
        }
        gone.forEach(this::delete);
        return gone.size();
    }

    /** An older report of the day may come after the statement: what is booked is announced no more. */
    boolean isBooked(ReadStatement statement, ReadLine line) {
        ReadLine booked = new ReadLine(line.bookedOn(), line.valueOn(), line.amount(), line.bankReference(), line.counterparty(),
                line.texts(), false, line.counterpartyAccount(), line.code(), line.returnReason());
        return line.pending() && isKnown(Identity.ofLine(statement, booked, 1));
    }

    private List<Announced> announced(ReadStatement statement) {
        return Sql.call(entities, connection -> {
            List<Announced> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT l.id, l.booked_on, l.amount_minor, l.bank_reference, l.counterparty, l.texts FROM bank_line l"
                    + " JOIN bank_statement s ON s.id = l.statement_id WHERE l.state = 'PENDING' AND s.account = ? AND s.currency = ?"
                    + " ORDER BY l.booked_on, l.id")) {
                select.setString(1, statement.account());
                select.setString(2, statement.currency().getCurrencyCode());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Announced(row.getLong(1), row.getObject(2, LocalDate.class), row.getLong(3), row.getString(4),
                                row.getString(5), row.getString(6)));
                    }
                }
            }
            return found;
        });
    }

    private void delete(Announced line) {
        Sql.call(entities, connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM bank_line WHERE id = ? AND state = 'PENDING'")) {
                delete.setLong(1, line.id());
                return delete.executeUpdate();
            }
        });
    }
}
