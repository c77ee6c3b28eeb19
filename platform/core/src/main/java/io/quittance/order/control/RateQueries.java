package io.quittance.order.control;

import io.quittance.Score;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelId;
import io.quittance.order.ChannelRate;
import io.quittance.order.OrderState;
import io.quittance.order.RuleKind;
import io.quittance.order.RuleRate;
import io.quittance.order.Severity;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what rules did. Only first judgements count: later ones follow a person's doing. */
@ApplicationScoped
public class RateQueries {

    private static final long WHOLE = 10_000;

    @Inject
    EntityManager entities;
    @Inject
    ChannelRows channels;

    /** Orders of one kind: how many, and what they come to. */
    private static final class Tally {

        private long orders;
        private long later;
        private final Map<String, Money> money = new TreeMap<>();

        private void add(ResultSet row) throws SQLException {
            orders += row.getLong("orders");
            String currency = row.getString("currency");
            if (currency != null) {
                money.merge(currency, Money.ofMinor(row.getLong("gross"), currency), Money::plus);
            }
        }
    }

    /** By name of the channel; those without an order in the period are left out. */
    public List<ChannelRate> between(Instant from, Instant until) {
        Map<ChannelId, Map<OrderState, Tally>> results = results(from, until);
        Map<ChannelId, Map<RuleKind, Map<Severity, Tally>>> rules = rules(from, until);
        return channels.all().stream().filter(account -> results.containsKey(account.id()))
                .map(account -> rate(account, results.get(account.id()), rules.getOrDefault(account.id(), Map.of()))).toList();
    }

    private Map<ChannelId, Map<OrderState, Tally>> results(Instant from, Instant until) {
        Map<ChannelId, Map<OrderState, Tally>> found = new HashMap<>();
        read("SELECT channel_id, result, currency, COUNT(*) AS orders, SUM(gross_minor) AS gross FROM order_judgement"
                + " WHERE first_one = TRUE AND judged_at >= ? AND judged_at < ? GROUP BY channel_id, result, currency", from, until,
                row -> found.computeIfAbsent(new ChannelId(row.getLong("channel_id")), id -> new EnumMap<>(OrderState.class))
                        .computeIfAbsent(OrderState.valueOf(row.getString("result")), state -> new Tally()).add(row));
        return found;
    }

    private Map<ChannelId, Map<RuleKind, Map<Severity, Tally>>> rules(Instant from, Instant until) {
        Map<ChannelId, Map<RuleKind, Map<Severity, Tally>>> found = new HashMap<>();
        read("SELECT d.channel_id, d.rule, d.severity, d.currency, COUNT(*) AS orders, SUM(d.gross_minor) AS gross, SUM(d.later) AS later"
                + " FROM (SELECT DISTINCT j.id, j.channel_id, f.rule, f.severity, j.currency, j.gross_minor,"
                + " CASE WHEN o.state = 'ACCEPTED' THEN 1 ELSE 0 END AS later FROM order_judgement j"
                + " JOIN order_finding f ON f.judgement_id = j.id JOIN sales_order o ON o.id = j.order_id"
                + " WHERE j.first_one = TRUE AND j.judged_at >= ? AND j.judged_at < ?) d"
                + " GROUP BY d.channel_id, d.rule, d.severity, d.currency", from, until, row -> {
                    Tally tally = found.computeIfAbsent(new ChannelId(row.getLong("channel_id")), id -> new EnumMap<>(RuleKind.class))
                            .computeIfAbsent(RuleKind.valueOf(row.getString("rule")), rule -> new EnumMap<>(Severity.class))
                            .computeIfAbsent(Severity.valueOf(row.getString("severity")), severity -> new Tally());
                    tally.add(row);
                    tally.later += row.getLong("later");
                });
        return found;
    }

    private static ChannelRate rate(ChannelAccount account, Map<OrderState, Tally> results, Map<RuleKind, Map<Severity, Tally>> rules) {
        long judged = results.values().stream().mapToLong(tally -> tally.orders).sum();
        List<Tally> stopped = results.entrySet().stream().filter(entry -> entry.getKey().isDeadLetter()).map(Map.Entry::getValue).toList();
        List<RuleRate> spoken = rules.entrySet().stream().map(entry -> rate(entry.getKey(), entry.getValue(), judged))
                .sorted(Comparator.comparingLong((RuleRate rule) -> rule.rejected() + rule.held()).reversed().thenComparing(RuleRate::rule))
                .toList();
        return new ChannelRate(account.id(), account.name(), account.kind(), judged, orders(results, OrderState.ACCEPTED),
                orders(results, OrderState.HELD), orders(results, OrderState.REJECTED) + orders(results, OrderState.DEAD),
                share(stopped, judged), money(stopped), spoken);
    }

    private static RuleRate rate(RuleKind rule, Map<Severity, Tally> tallies, long judged) {
        List<Tally> stopped = new ArrayList<>();
        for (Severity severity : List.of(Severity.REJECT, Severity.HOLD)) {
            if (tallies.containsKey(severity)) {
                stopped.add(tallies.get(severity));
            }
        }
        return new RuleRate(rule, orders(tallies, Severity.REJECT), orders(tallies, Severity.HOLD), orders(tallies, Severity.WARN),
                share(stopped, judged), money(stopped), stopped.stream().mapToLong(tally -> tally.later).sum());
    }

    private static <K> long orders(Map<K, Tally> tallies, K key) {
        return tallies.containsKey(key) ? tallies.get(key).orders : 0;
    }

    private static Score share(List<Tally> stopped, long judged) {
        long orders = stopped.stream().mapToLong(tally -> tally.orders).sum();
        return new Score(judged == 0 ? 0 : Math.toIntExact((orders * WHOLE + judged / 2) / judged));
    }

    private static List<Money> money(List<Tally> tallies) {
        Map<String, Money> sums = new TreeMap<>();
        tallies.forEach(tally -> tally.money.forEach((currency, sum) -> sums.merge(currency, sum, Money::plus)));
        return List.copyOf(sums.values());
    }

    /** Takes one row. */
    @FunctionalInterface
    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private void read(String statement, Instant from, Instant until, Reader reader) {
        Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(statement)) {
                select.setTimestamp(1, Timestamp.from(from));
                select.setTimestamp(2, Timestamp.from(until));
                try (ResultSet row = select.executeQuery()) {
                    int rows = 0;
                    while (row.next()) {
                        reader.read(row);
                        rows++;
                    }
                    return rows;
                }
            }
        });
    }
}
