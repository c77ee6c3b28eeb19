package io.quittance.fourway;

import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The statement of some days in one currency.
 *
 * @param gaps  those of these days that are not closed, in this currency
 * @param total of each of the four, over all rows
 */
public record FourWaySheet(LocalDate from, LocalDate to, Currency currency, List<FourWayRow> rows, Totals total, List<GapRow> gaps) {

    public FourWaySheet {
        rows = List.copyOf(rows);
        gaps = List.copyOf(gaps);
    }

    /** What the four say of one day. @param rows how many there are */
    public record Day(LocalDate day, int rows, Totals total) {
    }

    /** Those that have rows, the oldest first. */
    public List<Day> days() {
        Map<LocalDate, List<FourWayRow>> byDay = new TreeMap<>();
        rows.forEach(row -> byDay.computeIfAbsent(row.day(), day -> new ArrayList<>()).add(row));
        return byDay.entrySet().stream()
                .map(each -> new Day(each.getKey(), each.getValue().size(), Totals.of(each.getValue(), currency))).toList();
    }

    /** Sums of the columns and of what they are made of. */
    public record Totals(Money invoices, Money onAccount, Money ledger, Money gross, Money fees, Money reserves, Money net,
            Money onBank, Money onTheWay, Money bank) {

        /** @param rows of that currency */
        public static Totals of(List<FourWayRow> rows, Currency currency) {
            Money none = Money.zero(currency);
            return new Totals(sum(rows, FourWayRow::invoices, none), sum(rows, FourWayRow::onAccount, none),
                    sum(rows, FourWayRow::ledger, none), sum(rows, row -> row.gateway().gross(), none),
                    sum(rows, row -> row.gateway().fee(), none), sum(rows, row -> row.gateway().reserve(), none),
                    sum(rows, row -> row.gateway().net(), none), sum(rows, FourWayRow::onBank, none),
                    sum(rows, FourWayRow::onTheWay, none), sum(rows, FourWayRow::bank, none));
        }

        private static Money sum(List<FourWayRow> rows, Function<FourWayRow, Money> part, Money none) {
            return rows.stream().map(part).reduce(none, Money::plus);
        }

        /** By how much the four differ: the largest less the smallest. */
        public Money apart() {
            return FourWayRow.apart(List.of(invoices, ledger, gross, bank));
        }

        /** Whether the four say the same, to the cent. */
        public boolean agree() {
            return apart().isZero();
        }
    }
}
