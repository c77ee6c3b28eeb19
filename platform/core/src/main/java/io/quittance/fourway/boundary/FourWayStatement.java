package io.quittance.fourway.boundary;

import io.quittance.Fault;
import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.fourway.ExplainOutcome;
import io.quittance.fourway.FourWaySheet;
import io.quittance.fourway.GapFilter;
import io.quittance.fourway.GapRow;
import io.quittance.fourway.SettlementDelays;
import io.quittance.fourway.SettlementPace;
import io.quittance.fourway.control.Comparison;
import io.quittance.fourway.control.FactsReader;
import io.quittance.fourway.control.GapKeeper;
import io.quittance.fourway.control.GapStore;
import io.quittance.fourway.control.PaceReader;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The four-way statement, for people: what each of the four says, and what does not agree. */
@Boundary
public class FourWayStatement {

    /** So many days are shown at once. */
    public static final int MOST_DAYS = 92;

    @Inject
    Comparison comparison;
    @Inject
    FactsReader facts;
    @Inject
    PaceReader pace;
    @Inject
    GapStore gaps;
    @Inject
    GapKeeper keeper;

    /**
     * What the four say of some days, as things are now.
     *
     * @param from     first day, at most {@link #MOST_DAYS} before the last
     * @param currency empty for the tenant's own
     */
    @Requires(Permission.RECONCILIATION_READ)
    public FourWaySheet sheet(LocalDate from, LocalDate to, Optional<Currency> currency) {
        LocalDate first = from.isAfter(to) ? to : from;
        return comparison.sheet(first.isBefore(to.minusDays(MOST_DAYS)) ? to.minusDays(MOST_DAYS) : first, to, currency);
    }

    /** Newest day first. */
    @Requires(Permission.RECONCILIATION_READ)
    public Page<GapRow> gaps(GapFilter filter, int offset, int limit) {
        return gaps.page(filter, offset, limit);
    }

    @Requires({Permission.RECONCILIATION_READ, Permission.SYSTEM})
    public Optional<GapRow> gap(long id) {
        return gaps.find(id);
    }

    /** Says why a gap is so; it opens again should what it is about change. @param reason 1 to 500 characters */
    @Requires(Permission.RECONCILIATION_RUN)
    public ExplainOutcome explain(long id, String reason) {
        return keeper.explain(id, reason);
    }

    /** How long gateways took of late, by gateway; those are left out of which no payout says what it holds. */
    @Requires(Permission.RECONCILIATION_READ)
    public List<SettlementPace> pace() {
        return pace.read();
    }

    @Requires(Permission.RECONCILIATION_READ)
    public SettlementDelays delays() {
        return facts.delays();
    }

    /** @return why it was refused; empty when it was changed */
    @Requires(Permission.SETTINGS_WRITE)
    public List<Fault> delays(SettlementDelays changed) {
        return comparison.delays(changed);
    }
}
