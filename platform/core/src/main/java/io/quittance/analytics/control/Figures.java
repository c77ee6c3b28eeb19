package io.quittance.analytics.control;

import io.quittance.analytics.AgingBand;
import io.quittance.analytics.AgingSlice;
import io.quittance.analytics.CollectionRate;
import io.quittance.analytics.CurrencyFigures;
import io.quittance.analytics.MonthFigures;
import io.quittance.analytics.Period;
import io.quittance.spi.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Puts together what the queries found. */
@ApplicationScoped
public class Figures {

    private static final int DSO_DAYS = 90;

    @Inject
    Aging aging;
    @Inject
    FlowQueries flows;

    /** @param asOf not after today; of a past day, what had been booked by then */
    public List<CurrencyFigures> of(Period period, LocalDate asOf, LocalDate today) {
        Map<Currency, List<OpenBand>> open = aging.of(asOf, today);
        Map<Currency, CollectionRate> rates = asOf.isBefore(today)
                ? flows.collectedAsOf(period.from(), asOf) : flows.collected(period.from(), asOf);
        Map<Currency, Map<YearMonth, Money>> invoiced = flows.invoicedByMonth(period);
        Map<Currency, Map<YearMonth, Money>> received = flows.receivedByMonth(period);
        Map<Currency, Money> recent = flows.invoiced(new Period(asOf.minusDays(DSO_DAYS - 1), asOf));
        var methods = flows.methods(period);
        Set<Currency> currencies = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
        List.<Collection<Currency>>of(open.keySet(), rates.keySet(), invoiced.keySet(), received.keySet(), methods.keySet())
                .forEach(currencies::addAll);
        List<CurrencyFigures> figures = new ArrayList<>();
        for (Currency currency : currencies) {
            Money zero = Money.zero(currency);
            List<OpenBand> bands = open.getOrDefault(currency, List.of());
            Money outstanding = bands.stream().map(OpenBand::open).reduce(zero, Money::plus);
            List<OpenBand> late = bands.stream().filter(band -> band.band() != AgingBand.NOT_DUE).toList();
            figures.add(new CurrencyFigures(currency, outstanding, count(bands),
                    late.stream().map(OpenBand::open).reduce(zero, Money::plus), count(late), slices(bands, zero), averageDays(late),
                    daysSales(outstanding, recent.getOrDefault(currency, zero)),
                    rates.getOrDefault(currency, new CollectionRate(zero, zero)), methods.getOrDefault(currency, List.of()),
                    months(period, invoiced.getOrDefault(currency, Map.of()), received.getOrDefault(currency, Map.of()), zero)));
        }
        return figures;
    }

    private static long count(List<OpenBand> bands) {
        return bands.stream().mapToLong(OpenBand::claims).sum();
    }

    private static List<AgingSlice> slices(List<OpenBand> bands, Money zero) {
        return Arrays.stream(AgingBand.values())
                .map(band -> bands.stream().filter(found -> found.band() == band).findFirst()
                        .map(found -> new AgingSlice(band, found.open(), found.claims()))
                        .orElse(new AgingSlice(band, zero, 0)))
                .toList();
    }

    private static Optional<BigDecimal> averageDays(List<OpenBand> late) {
        long claims = count(late);
        BigDecimal days = BigDecimal.valueOf(late.stream().mapToLong(OpenBand::daysPastDue).sum());
        return claims == 0 ? Optional.empty() : Optional.of(days.divide(BigDecimal.valueOf(claims), 1, RoundingMode.HALF_UP));
    }

    private static Optional<BigDecimal> daysSales(Money outstanding, Money invoiced) {
        return invoiced.isPositive()
                ? Optional.of(outstanding.toDecimal().multiply(BigDecimal.valueOf(DSO_DAYS))
                        .divide(invoiced.toDecimal(), 1, RoundingMode.HALF_UP))
                : Optional.empty();
    }

    private static List<MonthFigures> months(Period period, Map<YearMonth, Money> invoiced, Map<YearMonth, Money> received, Money zero) {
        List<MonthFigures> months = new ArrayList<>();
        for (YearMonth month = YearMonth.from(period.from()); !month.isAfter(YearMonth.from(period.to())); month = month.plusMonths(1)) {
            months.add(new MonthFigures(month, invoiced.getOrDefault(month, zero), received.getOrDefault(month, zero)));
        }
        return months;
    }
}
