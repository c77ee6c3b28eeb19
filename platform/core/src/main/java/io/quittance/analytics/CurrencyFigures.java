package io.quittance.analytics;

import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The figures of one currency.
 *
 * @param outstanding          open on all claims at the end of the day of the figures
 * @param overdue              the part of it past due
 * @param aging                every band, also the empty ones; they sum to what is outstanding
 * @param averageDaysPastDue   mean over the claims past due, each counting once; one decimal, half-up; empty when none is
 * @param daysSalesOutstanding outstanding / invoiced in the last 90 days x 90 (the simple method); one decimal, half-up;
 *                             empty when nothing was invoiced then
 * @param methods              largest first
 * @param months               oldest first, without gaps
 */
public record CurrencyFigures(
        Currency currency,
        Money outstanding,
        long openClaims,
        Money overdue,
        long overdueClaims,
        List<AgingSlice> aging,
        Optional<BigDecimal> averageDaysPastDue,
        Optional<BigDecimal> daysSalesOutstanding,
        CollectionRate collection,
        List<MethodShare> methods,
        List<MonthFigures> months) {

    public CurrencyFigures {
        aging = List.copyOf(aging);
        methods = List.copyOf(methods);
        months = List.copyOf(months);
    }
}
