package io.quittance.reconciliation.control;

import io.quittance.audit.AuditTrail;
import io.quittance.reconciliation.Gap;
import io.quittance.reconciliation.LineState;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lines that a feed had told and tells otherwise, or no more. Announced ones go. A booked one stays, with what was booked for it, as
 * a discrepancy that a person sees; one that a file shows, too, stays as it is.
 */
@ApplicationScoped
public class Withdrawals {

    private static final String LINES = "SELECT l.id, l.identity, l.state, l.amount_minor, l.currency, l.gap, l.expected_minor,"
            + " s.format <> 'feed' OR EXISTS (SELECT 1 FROM bank_line_echo f WHERE f.line_id = l.id AND f.source = 'FILE') AS filed"
            + " FROM bank_line l JOIN bank_statement s ON s.id = l.statement_id WHERE ";

    @Inject
    EntityManager entities;
    @Inject
    AuditTrail audit;

    /** A line that was told before. @param now what the bank shows of it, zero when it has taken it back */
    record Told(long id, String identity, LineState state, Money amount, Money now, boolean filed) {
    }

    /** The line with that identity, in a feed's words or a file's. */
    Optional<Told> find(String identity) {
        return lines(LINES + "l.identity = ? OR l.id = (SELECT e.line_id FROM bank_line_echo e WHERE e.identity = ?)", identity, identity)
                .stream().findFirst();
    }

    /** Lines of an account that feeds told: those booked since a day, and those announced. */
    List<Told> since(ReadStatement statement, LocalDate day) {
        return lines(LINES + "s.account = ? AND s.currency = ? AND s.format = 'feed' AND (l.booked_on >= ? OR l.state = 'PENDING')",
                statement.account(), statement.currency().getCurrencyCode(), day);
    }

    /** Whether a line is told under one of these identities. */
    boolean isTold(Told line, Set<String> identities) {
        return identities.contains(line.identity()) || echoes(line.id()).stream().anyMatch(identities::contains);
    }

    /**
     * The bank shows a line with that amount now: zero when it shows it no more.
     *
     * @return by how much the account has moved thereby
     */
    Money shows(Told line, Money now) {
        Money difference = now.minus(line.now());
        if (line.state() == LineState.PENDING) {
            drop(line.id());
            return Money.zero(now.currency());
        }
        if (difference.isZero()) {
            return difference;
        }
        if (now.equals(line.amount())) {
            update("UPDATE bank_line SET state = IF(matched_id IS NULL AND COALESCE(matched_kind, '')"
                    + " <> 'PAYOUT_PART', 'OPEN', 'MATCHED'), gap = NULL, expected_minor = NULL WHERE id = ?",
                    line.id());
            audit.record("restored", "bank-line", line.id(), line.now(), now);
        } else if (line.filed()) {
            audit.record("kept", "bank-line", line.id(), line.amount(), Map.of("feed", now));
        } else {
            update("UPDATE bank_line SET state = 'DISCREPANCY', gap = '" + Gap.REVERSED + "', expected_minor = ? WHERE id = ?",
                    now.minorUnits(), line.id());
            audit.record("withdrawn", "bank-line", line.id(), line.now(), now);
        }
        return difference;
    }

    /** The announced line with that identity goes. */
    void drop(String identity) {
        lines(LINES + "l.identity = ? AND l.state = 'PENDING'", identity).forEach(line -> drop(line.id()));
    }

    private void drop(long line) {
        update("DELETE FROM bank_line WHERE id = ? AND state = 'PENDING'", line);
    }

    private void update(String statement, Object... values) {
        Sql.update(entities, statement, values);
    }

    private List<String> echoes(long line) {
        return Sql.select(entities, "SELECT identity FROM bank_line_echo WHERE line_id = ?", row -> row.getString(1), line);
    }

    private List<Told> lines(String query, Object... values) {
        return Sql.select(entities, query, Withdrawals::told, values);
    }

    private static Told told(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        long amount = row.getLong("amount_minor");
        boolean withdrawn = Gap.REVERSED.name().equals(row.getString("gap"));
        long now = withdrawn ? row.getLong("expected_minor") : amount;
        return new Told(row.getLong("id"), row.getString("identity"), LineState.valueOf(row.getString("state")),
                Money.ofMinor(amount, currency), Money.ofMinor(now, currency), row.getBoolean("filed"));
    }
}
