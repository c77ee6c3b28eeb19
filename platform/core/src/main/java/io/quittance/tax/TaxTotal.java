package io.quittance.tax;

import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tax of one category and rate over a whole invoice.
 *
 * @param taxable the net amounts of its lines
 * @param tax     of the taxable amount, rounded half-up once
 */
public record TaxTotal(TaxRate rate, Money taxable, Money tax) {

    static final Comparator<TaxRate> HIGHEST_FIRST =
            Comparator.comparing(TaxRate::category).thenComparing(TaxRate::percent, Comparator.reverseOrder());

    /**
     * Totals per category and rate: the tax is computed on the sum, never summed up from lines.
     *
     * @see "EN 16931-1, BR-CO-17: taxable amount x (rate / 100), rounded to two decimals; here to the currency's own"
     */
    public static List<TaxTotal> of(Collection<TaxableLine> lines) {
        Map<TaxRate, Money> taxable = new TreeMap<>(HIGHEST_FIRST);
        lines.forEach(line -> taxable.merge(line.rate(), line.net(), Money::plus));
        return taxable.entrySet().stream()
                .map(total -> new TaxTotal(total.getKey(), total.getValue(), taxOn(total.getValue(), total.getKey().percent())))
                .toList();
    }

    /** Half-up, once. */
    static Money taxOn(Money taxable, BigDecimal percent) {
        return taxable.times(percent.movePointLeft(2), RoundingMode.HALF_UP);
    }
}
