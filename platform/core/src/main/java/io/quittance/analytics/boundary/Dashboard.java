package io.quittance.analytics.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.analytics.CurrencyFigures;
import io.quittance.analytics.DashboardFigures;
import io.quittance.analytics.DashboardFilter;
import io.quittance.analytics.Period;
import io.quittance.analytics.control.Figures;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.CurrentTenant;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/** Computes what the dashboard shows. */
@Boundary
public class Dashboard {

    @Inject
    Figures figures;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    @Requires(Permission.REPORT_READ)
    public DashboardFigures figures(DashboardFilter filter) {
        LocalDate today = tenant.get().today(clock);
        LocalDate last = filter.period().to();
        LocalDate asOf = last.isBefore(today) ? last : today;
        List<CurrencyFigures> all = figures.of(filter.period(), asOf, today).stream()
                .filter(each -> filter.currency().isEmpty() || filter.currency().get().equals(each.currency()))
                .sorted(ownFirst())
                .toList();
        return new DashboardFigures(asOf, filter.period(), all);
    }

    /** The twelve months up to today. */
    @Requires(Permission.REPORT_READ)
    public Period standardPeriod() {
        return Period.lastTwelveMonths(tenant.get().today(clock));
    }

    private Comparator<CurrencyFigures> ownFirst() {
        Currency own = tenant.get().currency();
        return Comparator.comparing((CurrencyFigures each) -> !each.currency().equals(own))
                .thenComparing(each -> each.currency().getCurrencyCode());
    }
}
