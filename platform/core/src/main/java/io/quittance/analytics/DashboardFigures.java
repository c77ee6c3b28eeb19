package io.quittance.analytics;

import java.time.LocalDate;
import java.util.List;

/**
 * What the dashboard shows.
 *
 * @param asOf       the day of the figures: the period's last, or the tenant's today where that is earlier
 * @param currencies the tenant's own first, then by code; without those in which nothing ever happened
 */
public record DashboardFigures(LocalDate asOf, Period period, List<CurrencyFigures> currencies) {

    public DashboardFigures {
        currencies = List.copyOf(currencies);
    }
}
