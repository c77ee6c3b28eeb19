package io.quittance.fourway.control;

import io.quittance.fourway.SettlementPace;
import io.quittance.payment.PayoutRow;
import io.quittance.payment.boundary.Payouts;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads how long gateways took of late. Only payouts that say what they hold can be asked. */
@ApplicationScoped
public class PaceReader {

    /** Payments of so many days count, and payouts that were announced for so many ahead. */
    private static final int DAYS = 35;
    private static final int DAYS_AHEAD = 14;
    private static final int AT_ONCE = 500;

    @Inject
    EntityManager entities;
    @Inject
    Payouts payouts;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    /** By gateway. A payment counts with its first payout: what holds it again takes something back of it. */
    public List<SettlementPace> read() {
        LocalDate today = tenant.get().today(clock);
        LocalDate from = today.minusDays(DAYS);
        Map<String, Map<String, LocalDate>> arrivals = new TreeMap<>();
        for (PayoutRow payout : payouts.arriving(from, today.plusDays(DAYS_AHEAD))) {
            Map<String, LocalDate> firsts = arrivals.computeIfAbsent(payout.gateway(), first -> new TreeMap<>());
            payout.payments().forEach(reference -> firsts.putIfAbsent(reference, payout.arrivesOn()));
        }
        return arrivals.entrySet().stream().map(one -> Map.entry(one.getKey(), days(one.getKey(), one.getValue(), from)))
                .filter(one -> !one.getValue().isEmpty()).map(one -> SettlementPace.of(one.getKey(), one.getValue().values())).toList();
    }

    private Map<String, Integer> days(String gateway, Map<String, LocalDate> arrivals, LocalDate since) {
        List<String> references = List.copyOf(arrivals.keySet());
        Map<String, Integer> days = new TreeMap<>();
        for (int from = 0; from < references.size(); from += AT_ONCE) {
            received(gateway, references.subList(from, Math.min(references.size(), from + AT_ONCE)), since).forEach((reference, day) ->
                    days.put(reference, Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(day, arrivals.get(reference))))));
        }
        return days;
    }

    /** The days of those that were paid since then. */
    private Map<String, LocalDate> received(String gateway, List<String> references, LocalDate since) {
        return Sql.call(entities, connection -> {
            Map<String, LocalDate> found = new TreeMap<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT reference, received_on FROM payment WHERE gateway = ?"
                    + " AND received_on >= ? AND reference IN (" + String.join(",", Collections.nCopies(references.size(), "?")) + ")")) {
                select.setString(1, gateway);
                select.setObject(2, since);
                for (int i = 0; i < references.size(); i++) {
                    select.setString(i + 3, references.get(i));
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.put(row.getString(1), row.getObject(2, LocalDate.class));
                    }
                }
            }
            // The database may find names alike that are not.
            found.keySet().retainAll(references);
            return found;
        });
    }
}
