package io.quittance.analytics.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.analytics.AgingSlice;
import io.quittance.analytics.control.Aging;
import io.quittance.analytics.control.OpenBand;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.CurrentTenant;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is open, by how long it has been due. */
@Boundary
public class AgingReport {

    @Inject
    Aging aging;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    /**
     * From kept sums and what was posted since.
     *
     * @param day a civil day in the tenant's zone; of a past one what was booked up to its end counts, later ones are read as today
     * @return the bands in which something is open, by the code of their currency
     */
    @Requires(Permission.REPORT_READ)
    public Map<String, List<AgingSlice>> asOf(LocalDate day) {
        LocalDate today = tenant.get().today(clock);
        return slices(aging.of(day.isAfter(today) ? today : day, today));
    }

    /** The same, read from every claim or, of a past day, from every line: for whoever doubts the sums. */
    @Requires(Permission.REPORT_READ)
    public Map<String, List<AgingSlice>> recomputed(LocalDate day) {
        LocalDate today = tenant.get().today(clock);
        return slices(aging.recomputed(day.isAfter(today) ? today : day, today));
    }

    private static Map<String, List<AgingSlice>> slices(Map<Currency, List<OpenBand>> bands) {
        return bands.entrySet().stream().collect(Collectors.toMap(entry -> entry.getKey().getCurrencyCode(),
                entry -> entry.getValue().stream().map(band -> new AgingSlice(band.band(), band.open(), band.claims())).toList(),
                (one, other) -> one, TreeMap::new));
    }
}
