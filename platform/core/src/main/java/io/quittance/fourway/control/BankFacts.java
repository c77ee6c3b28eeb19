package io.quittance.fourway.control;

import io.quittance.fourway.control.JournalFacts.Chunks;
import io.quittance.fourway.entity.Facts;
import io.quittance.fourway.entity.Facts.Banked;
import io.quittance.fourway.entity.Facts.Link;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the bank's statements say, and what their lines were found to be. */
@ApplicationScoped
public class BankFacts {

    private static final String LINES = "SELECT id, booked_on, currency, amount_minor, texts, counterparty_account, return_reason, state,"
            + " gap, matched_kind, COALESCE(matched_id, 0) AS matched_id FROM bank_line WHERE state <> 'PENDING' AND ";

    @Inject
    EntityManager entities;

    /** Per currency, of which days statements tell. */
    Map<Currency, Facts.Told> told() {
        return Sql.call(entities, connection -> {
            Map<Currency, Facts.Told> told = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT currency, MIN(from_day), MAX(to_day) FROM bank_statement GROUP BY currency");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    told.put(Currency.getInstance(row.getString(1)),
                            new Facts.Told(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)));
                }
            }
            return told;
        });
    }

    List<Banked> lines(LocalDate from, LocalDate to) {
        return lines("booked_on BETWEEN '" + from + "' AND '" + to + "'");
    }

    List<Banked> lines(Collection<Long> ids) {
        List<Banked> found = new ArrayList<>();
        Chunks.of(ids).forEach(some -> found.addAll(lines("id IN (" + some + ")")));
        return found;
    }

    private List<Banked> lines(String condition) {
        Map<Long, Banked> found = new LinkedHashMap<>();
        Map<Long, List<Link>> links = new HashMap<>();
        Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(LINES + condition + " ORDER BY id");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Banked line = line(row);
                    found.put(line.id(), line);
                    if (row.getString("state").equals("MATCHED") || line.withdrawn() && row.getString("matched_kind") != null) {
                        link(row).ifPresent(link -> links.computeIfAbsent(line.id(), one -> new ArrayList<>()).add(link));
                    }
                }
            }
            for (String some : Chunks.of(found.keySet())) {
                arrivals(connection.prepareStatement("SELECT line_id, payout_id FROM payout_arrival WHERE line_id IN (" + some
                        + ") ORDER BY line_id, payout_id"), links);
            }
            return null;
        });
        return found.values().stream().map(line -> new Banked(line.id(), line.day(), line.amount(), line.texts(), line.account(),
                line.returned(), links.getOrDefault(line.id(), List.of()), line.withdrawn())).toList();
    }

    private static void arrivals(PreparedStatement query, Map<Long, List<Link>> links) throws SQLException {
        try (PreparedStatement select = query; ResultSet row = select.executeQuery()) {
            while (row.next()) {
                links.computeIfAbsent(row.getLong(1), one -> new ArrayList<>()).add(new Link(Link.Kind.PAYOUT, row.getLong(2)));
            }
        }
    }

    private static Banked line(ResultSet row) throws SQLException {
        return new Banked(row.getLong("id"), row.getObject("booked_on", LocalDate.class),
                Money.ofMinor(row.getLong("amount_minor"), row.getString("currency")), row.getString("texts").lines().toList(),
                row.getString("counterparty_account"), !row.getString("return_reason").isEmpty(), List.of(),
                "REVERSED".equals(row.getString("gap")));
    }

    /** Payouts are linked by their arrivals. */
    private static Optional<Link> link(ResultSet row) throws SQLException {
        return switch (row.getString("matched_kind")) {
            case "PAYOUT", "PAYOUT_PART" -> Optional.empty();
            case "TRANSFER" -> Optional.of(new Link(Link.Kind.PAYMENT, row.getLong("matched_id")));
            default -> Optional.of(new Link(Link.Kind.ORDER, row.getLong("matched_id")));
        };
    }

    /** Payments whose money these lines showed, each with its line. */
    Map<Long, Long> payments(Collection<Long> lines) {
        return pairs("SELECT payment_id, line_id FROM banked_payment WHERE line_id IN (", lines);
    }

    /** Lines that showed the money of these payments. */
    Map<Long, Long> linesOf(Collection<Long> payments) {
        return pairs("SELECT payment_id, line_id FROM banked_payment WHERE payment_id IN (", payments);
    }

    private Map<Long, Long> pairs(String query, Collection<Long> ids) {
        return Sql.call(entities, connection -> {
            Map<Long, Long> found = new HashMap<>();
            for (String some : Chunks.of(ids)) {
                try (PreparedStatement select = connection.prepareStatement(query + some + ")"); ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.put(row.getLong(1), row.getLong(2));
                    }
                }
            }
            return found;
        });
    }

    /** By account, for whom it has paid, and which line taught that first. */
    Map<String, Map<Long, Long>> payers() {
        return Sql.call(entities, connection -> {
            Map<String, Map<Long, Long>> found = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT account, customer_id, MIN(line_id) FROM known_payer"
                    + " WHERE account <> '' GROUP BY account, customer_id"); ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getString(1), account -> new HashMap<>()).put(row.getLong(2), row.getLong(3));
                }
            }
            return found;
        });
    }
}
