package io.quittance.analytics.control;

import io.quittance.analytics.AgingBand;
import io.quittance.spi.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is open, by currency and band: the kept sums and what was posted since, equal to the cent to
 * {@link OpenClaimQueries reading every claim}, which answers while no sums were made yet.
 */
@ApplicationScoped
public class Aging {

    private static final int TRIES = 5;

    @Inject
    AgingRows rows;
    @Inject
    AgingCells cells;
    @Inject
    OpenClaimQueries claims;

    /** @param asOf not after today; of today also what is booked on later days counts */
    public Map<Currency, List<OpenBand>> of(LocalDate asOf, LocalDate today) {
        boolean past = asOf.isBefore(today);
        return bands(kept(asOf, past).orElseGet(() -> past ? claims.asOf(asOf) : claims.now()), asOf);
    }

    /** The same from every claim or line. */
    public Map<Currency, List<OpenBand>> recomputed(LocalDate asOf, LocalDate today) {
        return bands(asOf.isBefore(today) ? claims.asOf(asOf) : claims.now(), asOf);
    }

    /** Empty when there are no sums, or a new reader overtook us again and again. */
    private Optional<Collection<OpenSum>> kept(LocalDate asOf, boolean past) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            long watermark = rows.watermark();
            if (watermark == AgingRows.NOTHING) {
                return Optional.empty();
            }
            List<OpenSum> sums = new ArrayList<>(past ? rows.asOf(asOf) : rows.now());
            List<AgingCell> since = cells.between(watermark, Long.MAX_VALUE).stream()
                    .filter(cell -> !past || !cell.booked().isAfter(asOf)).toList();
            if (rows.watermark() == watermark) {
                sums.addAll(AgingRows.byDue(since));
                return Optional.of(sums);
            }
        }
        return Optional.empty();
    }

    /** Bands are cut here, by the one rule that {@link AgingBand} states. Sums of one due date may come in several parts. */
    private static Map<Currency, List<OpenBand>> bands(Collection<OpenSum> sums, LocalDate day) {
        Map<Currency, EnumMap<AgingBand, OpenBand>> bands = new HashMap<>();
        for (OpenSum sum : sums) {
            Currency currency = Currency.getInstance(sum.currency());
            long late = Math.max(0, sum.due().until(day, ChronoUnit.DAYS));
            OpenBand row = new OpenBand(AgingBand.of(late), new Money(sum.minor(), currency), sum.claims(),
                    Math.multiplyExact(late, sum.claims()));
            bands.computeIfAbsent(currency, key -> new EnumMap<>(AgingBand.class)).merge(row.band(), row, Aging::sum);
        }
        Map<Currency, List<OpenBand>> result = new HashMap<>();
        bands.forEach((currency, found) -> {
            List<OpenBand> open = found.values().stream().filter(band -> band.claims() != 0).toList();
            if (!open.isEmpty()) {
                result.put(currency, open);
            }
        });
        return result;
    }

    private static OpenBand sum(OpenBand one, OpenBand other) {
        return new OpenBand(one.band(), one.open().plus(other.open()), one.claims() + other.claims(),
                one.daysPastDue() + other.daysPastDue());
    }
}
