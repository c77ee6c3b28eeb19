package io.quittance.fourway.entity;

import io.quittance.spi.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Picks items that come to an amount exactly: runs of the oldest first, for that is how gateways and banks gather, then any few of
 * a bounded number. With enough items some choice always fits by chance, so the bounds are tight.
 */
final class Sums {

    private static final int MOST_ITEMS = 18;
    private static final int MOST_STEPS = 200_000;

    private final List<long[]> values;
    private final List<Integer> chosen = new ArrayList<>();
    private int steps;

    private Sums(List<long[]> values) {
        this.values = values;
    }

    /** @param most how many may be picked */
    static <T> Optional<List<T>> pick(List<T> oldestFirst, Function<T, Money> amount, Money wanted, int least, int most) {
        return pick(oldestFirst, item -> new long[] {amount.apply(item).minorUnits()}, new long[] {wanted.minorUnits()}, least, most);
    }

    /** The same with several amounts that must all fit. */
    static <T> Optional<List<T>> pick(List<T> oldestFirst, Function<T, long[]> amounts, long[] wanted, int least, int most) {
        List<long[]> all = oldestFirst.stream().map(amounts).toList();
        Optional<List<T>> run = run(oldestFirst, all, wanted, least, most);
        if (run.isPresent()) {
            return run;
        }
        int bound = Math.min(MOST_ITEMS, oldestFirst.size());
        Sums search = new Sums(all.subList(0, bound));
        return search.find(0, wanted.clone(), least, Math.min(most, bound))
                ? Optional.of(search.chosen.stream().map(oldestFirst::get).toList()) : Optional.empty();
    }

    private static <T> Optional<List<T>> run(List<T> items, List<long[]> all, long[] wanted, int least, int most) {
        long[] left = wanted.clone();
        if (least == 0 && done(left)) {
            return Optional.of(List.of());
        }
        for (int i = 0; i < Math.min(items.size(), most); i++) {
            take(left, all.get(i), 1);
            if (i + 1 >= least && done(left)) {
                return Optional.of(List.copyOf(items.subList(0, i + 1)));
            }
        }
        return Optional.empty();
    }

    private boolean find(int from, long[] left, int least, int most) {
        if (chosen.size() >= least && done(left)) {
            return true;
        }
        for (int i = from; i < values.size() && chosen.size() < most && steps < MOST_STEPS; i++) {
            steps++;
            chosen.add(i);
            take(left, values.get(i), 1);
            if (find(i + 1, left, least, most)) {
                return true;
            }
            take(left, values.get(i), -1);
            chosen.removeLast();
        }
        return false;
    }

    private static void take(long[] left, long[] value, int sign) {
        for (int i = 0; i < left.length; i++) {
            left[i] -= sign * value[i];
        }
    }

    private static boolean done(long[] left) {
        for (long one : left) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }
}
