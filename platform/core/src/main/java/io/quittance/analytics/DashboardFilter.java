package io.quittance.analytics;

import java.util.Currency;
import java.util.Optional;

/**
 * What the dashboard is to show.
 *
 * @param currency empty for all, each by itself
 */
public record DashboardFilter(Optional<Currency> currency, Period period) {
}
