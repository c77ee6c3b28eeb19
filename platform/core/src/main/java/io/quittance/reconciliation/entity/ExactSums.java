package io.quittance.reconciliation.entity;

import io.quittance.spi.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * Items that come to an amount exactly. Whoever pays several invoices pays all up to a day, or picks a few: so runs of the
 * oldest are tried first, then pairs, then triples, among a bounded number of the oldest items. Finding any subset is
 * NP-complete, and with enough items some subset always fits by chance.
 */
final class ExactSums {

    private static final int MOST_ITEMS = 24;

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
    private final Money amount;
    private final List<List<OpenItem>> choices = new ArrayList<>();
    private int tried;

    private ExactSums(List<OpenItem> oldestFirst, Money amount) {
        this.items = oldestFirst.subList(0, Math.min(MOST_ITEMS, oldestFirst.size()));
        this.amount = amount;
    }

    static Found of(List<OpenItem> oldestFirst, Money amount) {
        ExactSums search = new ExactSums(oldestFirst, amount);
        search.runs();
        if (search.choices.isEmpty()) {
            search.pairs();
        }
        if (search.choices.isEmpty()) {
            search.triples();
        }
        return new Found(search.choices, Math.max(1, search.tried));
    }

    private void runs() {
        Money sum = Money.zero(amount.currency());
        for (int i = 0; i < items.size() && sum.compareTo(amount) < 0; i++) {
            sum = sum.plus(items.get(i).open());
            if (i > 0) {
                compare(sum, items.subList(0, i + 1));
            }
        }
    }

    private void pairs() {
        for (int i = 0; i < items.size(); i++) {
            for (int j = i + 1; j < items.size(); j++) {
                compare(items.get(i).open().plus(items.get(j).open()), List.of(items.get(i), items.get(j)));
            }
        }
    }

    private void triples() {
        for (int i = 0; i < items.size(); i++) {
            for (int j = i + 1; j < items.size(); j++) {
                Money two = items.get(i).open().plus(items.get(j).open());
                for (int k = j + 1; k < items.size() && two.compareTo(amount) < 0; k++) {
                    compare(two.plus(items.get(k).open()), List.of(items.get(i), items.get(j), items.get(k)));
                }
            }
        }
    }

    private void compare(Money sum, List<OpenItem> choice) {
        tried++;
        if (sum.equals(amount) && choices.size() < 2) {
            choices.add(List.copyOf(choice));
        }
    }
}
