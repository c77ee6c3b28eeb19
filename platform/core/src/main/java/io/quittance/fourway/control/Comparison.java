package io.quittance.fourway.control;

import io.quittance.Fault;
import io.quittance.audit.AuditTrail;
import io.quittance.fourway.FourWayRow;
import io.quittance.fourway.FourWaySheet;
import io.quittance.fourway.GapChanges;
import io.quittance.fourway.GapFilter;
import io.quittance.fourway.GapState;
import io.quittance.fourway.SettlementDelays;
import io.quittance.fourway.entity.FourWay;
import io.quittance.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compares, and shows what it compared. */
@ApplicationScoped
public class Comparison {

    /** So many days are judged each time; older ones as long as a gap of theirs is open. */
    private static final int DAYS = 35;
    private static final int MOST_DAYS = 400;
    private static final int DAYS_AFTER = 45;
    private static final int MOST_GAPS = 500;

    @Inject
    FactsReader reader;
    @Inject
    GapStore gaps;
    @Inject
    GapKeeper keeper;
    @Inject
    AuditTrail audit;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    public GapChanges run() {
        LocalDate today = tenant.get().today(clock);
        LocalDate usual = today.minusDays(DAYS);
        LocalDate from = gaps.oldest().filter(day -> day.isBefore(usual)).orElse(usual);
        LocalDate bounded = from.isBefore(today.minusDays(MOST_DAYS)) ? today.minusDays(MOST_DAYS) : from;
        return keeper.keep(FourWay.compare(reader.read(bounded, today)).findings(), bounded);
    }

    /** In the currency that is asked for, else the tenant's. */
    public FourWaySheet sheet(LocalDate from, LocalDate to, Optional<Currency> wanted) {
        LocalDate today = tenant.get().today(clock);
        LocalDate until = to.plusDays(DAYS_AFTER).isAfter(today) ? today : to.plusDays(DAYS_AFTER);
        List<FourWayRow> rows = FourWay.compare(reader.read(from, until)).rows().stream().filter(row -> !row.day().isAfter(to)).toList();
        Currency currency = wanted.orElse(tenant.get().currency());
        List<FourWayRow> own = rows.stream().filter(row -> row.ledger().currency().equals(currency)).toList();
        Set<GapState> standing = Set.of(GapState.OPEN, GapState.EXPLAINED);
        return new FourWaySheet(from, to, currency, own, FourWaySheet.Totals.of(own, currency), gaps.page(new GapFilter(Set.of(),
                standing, Optional.of(currency), Optional.of(from), Optional.of(to)), 0, MOST_GAPS).rows());
    }

    /** @return why it was refused; empty when it was changed */
    public List<Fault> delays(SettlementDelays changed) {
        List<Fault> faults = new ArrayList<>();
        Stream.concat(Stream.of(changed.bank(), changed.otherwise()), changed.settlement().values().stream())
                .filter(days -> days < 0 || days > SettlementDelays.MOST).findFirst()
                .ifPresent(days -> faults.add(Fault.of("days", days, "gap.days", SettlementDelays.MOST)));
        if (faults.isEmpty()) {
            audit.record("changed", "four-way", 0, reader.delays(), changed);
            reader.delays(changed);
        }
        return faults;
    }
}
