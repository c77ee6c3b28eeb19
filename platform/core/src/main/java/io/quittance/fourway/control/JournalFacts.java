package io.quittance.fourway.control;

import io.quittance.fourway.entity.Facts.Booked;
import io.quittance.fourway.entity.Facts.Posted;
import io.quittance.fourway.entity.Facts.Settled;
import io.quittance.ledger.AccountRole;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;

/** What the journal and the claims say. Reads by what grows with time, so that years of books are not looked through. */
@ApplicationScoped
public class JournalFacts {

    private static final String ENTRIES = "SELECT e.id, e.idempotency_key, COALESCE(o.cause_type, e.cause_type) AS cause,"
            + " COALESCE(o.cause_id, e.cause_id) AS cause_id, e.reverses, COALESCE(e.occurred_on, e.booked_on) AS day, a.role,"
            + " l.amount_minor, l.currency, l.claim_id, l.customer_id"
            + " FROM journal_entry e LEFT JOIN journal_entry o ON o.id = e.reverses JOIN journal_line l ON l.entry_id = e.id"
            + " JOIN ledger_account a ON a.code = l.account_code WHERE ";
    private static final String MOVES = "SELECT DISTINCT m.id, m.invoice_id, d.number, m.claim_id, d.customer_id, m.cause, m.amount_minor,"
            + " m.currency, m.occurred_at FROM claim_movement m JOIN invoice_document d ON d.invoice_id = m.invoice_id ";
    private static final String PAYMENT = "payment:";

    @Inject
    EntityManager entities;
    @Inject
    CurrentTenant tenant;

    /** Entries of these causes that were written in a span of time, both ends included. */
    List<Booked> written(Instant from, Instant until) {
        return entries("e.id BETWEEN " + TimeOrderedIds.lowest(from) + " AND " + TimeOrderedIds.lowest(until)
                + " AND e.cause_type IN ('payment', 'reversal', 'bank-line', 'payout', 'fee')");
    }

    /** All entries that these caused, whenever. */
    List<Booked> causedBy(String type, Collection<Long> ids) {
        List<Booked> found = new ArrayList<>();
        Chunks.of(ids).forEach(some -> found.addAll(entries("e.cause_type = '" + type + "' AND e.cause_id IN (" + some + ")")));
        return found;
    }

    List<Booked> reversing(Collection<Long> entries) {
        List<Booked> found = new ArrayList<>();
        Chunks.of(entries).forEach(some -> found.addAll(entries("e.reverses IN (" + some + ")")));
        return found;
    }

    private List<Booked> entries(String condition) {
        return Sql.call(entities, connection -> {
            Map<Long, Booked> found = new LinkedHashMap<>();
            Map<Long, List<Posted>> lines = new LinkedHashMap<>();
            try (PreparedStatement select = connection.prepareStatement(ENTRIES + condition + " ORDER BY e.id, l.line_no");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long id = row.getLong("id");
                    Long reverses = row.getObject("reverses", Long.class);
                    found.putIfAbsent(id, new Booked(id, row.getString("idempotency_key"), row.getString("cause"), row.getLong("cause_id"),
                            reverses == null ? OptionalLong.empty() : OptionalLong.of(reverses), row.getObject("day", LocalDate.class),
                            List.of()));
                    lines.computeIfAbsent(id, one -> new ArrayList<>()).add(new Posted(AccountRole.valueOf(row.getString("role")),
                            Money.ofMinor(row.getLong("amount_minor"), row.getString("currency")), row.getLong("claim_id"),
                            row.getLong("customer_id")));
                }
            }
            return found.values().stream().map(entry -> new Booked(entry.id(), entry.key(), entry.cause(), entry.causeId(),
                    entry.reverses(), entry.day(), lines.get(entry.id()))).toList();
        });
    }

    /** What these payments have settled, and what was noted as settled by any payment in a span of time. */
    Collection<Settled> settled(Collection<Long> payments, Instant from, Instant until) {
        Map<Long, Settled> found = new LinkedHashMap<>();
        Chunks.of(payments).forEach(some -> moves("JOIN allocation s ON s.claim_id = m.claim_id WHERE s.payment_id IN (" + some
                + ") AND m.cause = CONCAT('" + PAYMENT + "', s.payment_id)", found));
        moves("WHERE m.id BETWEEN " + TimeOrderedIds.lowest(from) + " AND " + TimeOrderedIds.lowest(until) + " AND m.cause LIKE '"
                + PAYMENT + "%'", found);
        return found.values();
    }

    private void moves(String condition, Map<Long, Settled> found) {
        ZoneId zone = tenant.get().zone();
        Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(MOVES + condition); ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getLong("id"), move(row, zone));
                }
            }
            return null;
        });
    }

    private static Settled move(ResultSet row, ZoneId zone) throws SQLException {
        return new Settled(row.getLong("id"), row.getLong("invoice_id"), row.getString("number"), row.getLong("claim_id"),
                row.getLong("customer_id"), Long.parseLong(row.getString("cause").substring(PAYMENT.length())),
                Money.ofMinor(row.getLong("amount_minor"), row.getString("currency")),
                LocalDate.ofInstant(row.getTimestamp("occurred_at").toInstant(), zone));
    }

    /** Ids in lists that a statement can hold. */
    static final class Chunks {

        private static final int MOST = 500;

        private Chunks() {
        }

        static List<String> of(Collection<Long> ids) {
            List<Long> sorted = List.copyOf(new TreeSet<>(ids));
            List<String> chunks = new ArrayList<>();
            for (int from = 0; from < sorted.size(); from += MOST) {
                chunks.add(String.join(",", sorted.subList(from, Math.min(sorted.size(), from + MOST)).stream().map(String::valueOf)
                        .toList()));
            }
            return chunks;
        }
    }
}
