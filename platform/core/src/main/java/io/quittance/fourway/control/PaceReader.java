package io.quittance.fourway.control;

import io.quittance.fourway.SettlementPace;
import io.quittance.payment.PayoutRow;
import io.quittance.payment.boundary.Payouts;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
        Map<String, Integer> days = new TreeMap<>();
        Sql.chunks(arrivals.keySet(), AT_ONCE).forEach(references -> received(gateway, references, since).forEach((reference, day) ->
                days.put(reference, Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(day, arrivals.get(reference)))))));
        return days;
    }

    /** The days of those that were paid since then. */
    private Map<String, LocalDate> received(String gateway, List<String> references, LocalDate since) {
        List<Object> parameters = new ArrayList<>(List.of(gateway, since));
        parameters.addAll(references);
        Map<String, LocalDate> found = new TreeMap<>();
        Sql.select(entities, "SELECT reference, received_on FROM payment WHERE gateway = ? AND received_on >= ? AND reference IN ("
                + Sql.marks(references.size()) + ")", row -> Map.entry(row.getString(1), row.getObject(2, LocalDate.class)), parameters)
                .forEach(paid -> found.put(paid.getKey(), paid.getValue()));
        // The database may find names alike that are not.
        found.keySet().retainAll(references);
        return found;
    }
}
