package io.quittance.imports.control;

import io.quittance.imports.BrokenRow;
import io.quittance.spi.money.Money;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the faultless rows once they met the books.
 *
 * @param broken rows that the books refused
 */
record Brought(int good, int newCustomers, List<Money> totals, List<BrokenRow> broken) {

    /** One sum for each currency. */
    static List<Money> sums(Collection<Money> amounts) {
        Map<Currency, Money> sums = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        amounts.forEach(amount -> sums.merge(amount.currency(), amount, Money::plus));
        return List.copyOf(sums.values());
    }
}
