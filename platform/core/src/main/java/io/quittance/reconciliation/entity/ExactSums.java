package io.quittance.reconciliation.entity;

import io.quittance.spi.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Items that come to an amount exactly. Whoever pays several invoices pays all up to a day, picks a few, or leaves a few out: so runs
 * of the oldest are tried, pairs, triples, and all but one or two, among a bounded number of the oldest items. Finding any subset is
 * NP-complete, and with enough items some subset always fits by chance.
 */
final class ExactSums {

    private static final int MOST_ITEMS = 24;
    /** Without one or two of fewer than these it is a pair or a triple. */
    private static final int WORTH_LEAVING_OUT = 5;

    /**
     * What was found.
     *
     * @param choices each comes to the amount; at most two, for two already mean that the amount does not tell
     * @param tried   how many sums were compared: so often it could have fitted by chance
     */
    record Found(List<List<OpenItem>> choices, int tried) {

        Found {
            choices = List.copyOf(choices);
        }
    }

    private final List<OpenItem> items;
    private final long amount;
    private final List<List<OpenItem>> choices = new ArrayList<>();
    private int tried;

    private ExactSums(List<OpenItem> oldestFirst, Money amount) {
        this.items = oldestFirst.subList(0, Math.min(MOST_ITEMS, oldestFirst.size()));
        this.amount = amount.minorUnits();
    }

    /** @param oldestFirst in the amount's currency */
    static Found of(List<OpenItem> oldestFirst, Money amount) {
        ExactSums search = new ExactSums(oldestFirst, amount);
        search.runs();
        search.pairs();
        search.triples();
        search.mostOfThem();
        return new Found(search.choices, Math.max(1, search.tried));
    }

    private long open(int item) {
        return items.get(item).open().minorUnits();
    }

    private void runs() {
        long sum = 0;
        for (int i = 0; i < items.size() && sum < amount; i++) {
            sum = Math.addExact(sum, open(i));
            // a pair or a triple of the oldest comes again below
            if (i > 2) {
                int end = i + 1;
                compare(sum, () -> items.subList(0, end));
            }
        }
    }

    private void pairs() {
        for (int i = 0; i < items.size(); i++) {
            for (int j = i + 1; j < items.size(); j++) {
                int one = i;
                int other = j;
                compare(open(i) + open(j), () -> List.of(items.get(one), items.get(other)));
            }
        }
    }

    private void triples() {
        for (int i = 0; i < items.size(); i++) {
            for (int j = i + 1; j < items.size(); j++) {
                long two = open(i) + open(j);
                for (int k = j + 1; k < items.size() && two < amount; k++) {
                    triple(two + open(k), i, j, k);
                }
            }
        }
    }

    /** All but the newest one or two are a run of the oldest. */
    private void mostOfThem() {
        if (items.size() < WORTH_LEAVING_OUT) {
            return;
        }
        long all = items.stream().mapToLong(item -> item.open().minorUnits()).reduce(0, Math::addExact);
        int last = items.size() - 1;
        for (int i = 0; i < last; i++) {
            int one = i;
            compare(all - open(i), () -> without(one, one));
            for (int j = i + 1; j <= last && items.size() > WORTH_LEAVING_OUT && i < last - 1; j++) {
                int other = j;
                compare(all - open(i) - open(j), () -> without(one, other));
            }
        }
    }

    private List<OpenItem> without(int one, int other) {
        List<OpenItem> rest = new ArrayList<>(items);
        rest.remove(Math.max(one, other));
        if (one != other) {
            rest.remove(Math.min(one, other));
        }
        return rest;
    }

    private void triple(long sum, int one, int two, int three) {
        compare(sum, () -> List.of(items.get(one), items.get(two), items.get(three)));
    }

    private void compare(long sum, Supplier<List<OpenItem>> choice) {
        tried++;
        if (sum == amount && choices.size() < 2) {
            choices.add(List.copyOf(choice.get()));
        }
    }
}
