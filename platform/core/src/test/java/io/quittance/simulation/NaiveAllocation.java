package io.quittance.simulation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** The rules of allocation once more, as plainly as possible. Shares nothing with the product. */
final class NaiveAllocation {

    /** A claim. @param rank 0 costs, 1 interest, 2 principal or instalment */
    record Item(long claim, int rank, boolean instalment, long invoice, String number, long open, LocalDate issued, LocalDate due,
            boolean held) {
    }

    /** What a claim gets. */
    record Part(long claim, long amount) {
    }

    /** What is to be shared out, and for what. */
    record Wish(long amount, List<Long> purpose, String reference, List<String> strategies) {
    }

    private static final Comparator<Item> DOCUMENT = Comparator.comparing(Item::issued).thenComparing(Item::number)
            .thenComparing(Item::invoice);
    private static final Comparator<Item> WITHIN = Comparator.comparing(Item::rank).thenComparing(Item::due).thenComparing(Item::claim);

    private final List<Item> items;
    private final long[] open;
    private final List<Part> parts = new ArrayList<>();
    private long left;

    private NaiveAllocation(List<Item> items, long amount) {
        this.items = items;
        this.open = items.stream().mapToLong(Item::open).toArray();
        this.left = amount;
    }

    static List<Part> of(Wish wish, List<Item> items) {
        NaiveAllocation allocation = new NaiveAllocation(items, wish.amount());
        for (String strategy : wish.strategies()) {
            if (allocation.left > 0) {
                allocation.by(strategy, wish);
            }
        }
        return allocation.parts;
    }

    private void by(String strategy, Wish wish) {
        List<Item> free = free();
        switch (strategy) {
            case "NAMED_CLAIMS" -> placed(item -> wish.purpose().indexOf(item.invoice()));
            case "EXACT_REFERENCE" -> placed(item -> place(wish.reference(), item.number()));
            case "EXACT_AMOUNT" -> exact(wish, free);
            case "INSTALMENT_FIRST" -> pay(sorted(free.stream().filter(Item::instalment).toList(),
                    Comparator.comparing(Item::due).thenComparing(DOCUMENT).thenComparing(WITHIN)));
            case "COSTS_FIRST" -> pay(sorted(free, Comparator.comparing(Item::rank).thenComparing(oldest(free))));
            case "OLDEST_DUE" -> pay(sorted(free, oldest(free)));
            case "LARGEST" -> pay(sorted(free, Comparator.<Item>comparingLong(item -> -total(free, item.invoice()))
                    .thenComparing(item -> earliest(free, item.invoice())).thenComparing(DOCUMENT).thenComparing(WITHIN)));
            case "PROPORTIONAL" -> proportional(free);
            default -> throw new IllegalArgumentException(strategy);
        }
    }

    private static List<Item> sorted(List<Item> items, Comparator<Item> order) {
        return items.stream().sorted(order).toList();
    }

    private List<Item> free() {
        List<Item> free = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (open[i] > 0 && !items.get(i).held()) {
                free.add(items.get(i));
            }
        }
        return free;
    }

    private Comparator<Item> oldest(List<Item> free) {
        return Comparator.<Item, LocalDate>comparing(item -> item.rank() == 2 ? item.due() : earliest(free, item.invoice()))
                .thenComparing(DOCUMENT).thenComparing(WITHIN);
    }

    private static LocalDate earliest(List<Item> free, long invoice) {
        return free.stream().filter(item -> item.invoice() == invoice).map(Item::due).min(Comparator.naturalOrder()).orElseThrow();
    }

    private long total(List<Item> free, long invoice) {
        return free.stream().filter(item -> item.invoice() == invoice).mapToLong(this::openOf).sum();
    }

    private long openOf(Item item) {
        return open[items.indexOf(item)];
    }

    /** Even what is held. */
    private void placed(ToIntFunction<Item> place) {
        pay(items.stream().filter(item -> place.applyAsInt(item) >= 0)
                .sorted(Comparator.comparingInt(place).thenComparing(Item::invoice).thenComparing(WITHIN)).toList());
    }

    /** Numbers of four characters and more, as words between blanks. */
    private static int place(String text, String number) {
        return number.length() < 4 ? -1 : List.of(text.toUpperCase(Locale.ROOT).split(" ")).indexOf(number.toUpperCase(Locale.ROOT));
    }

    private void exact(Wish wish, List<Item> free) {
        if (left != wish.amount()) {
            return;
        }
        List<List<Item>> fitting = new ArrayList<>();
        for (long invoice : free.stream().mapToLong(Item::invoice).distinct().toArray()) {
            List<Item> own = free.stream().filter(item -> item.invoice() == invoice).toList();
            if (total(free, invoice) == left) {
                fitting.add(sorted(own, WITHIN));
            } else {
                own.stream().filter(item -> openOf(item) == left).forEach(item -> fitting.add(List.of(item)));
            }
        }
        if (fitting.size() == 1) {
            pay(fitting.getFirst());
        }
    }

    /** Each invoice its rounded-down share, and the odd units one by one to whoever was cut most. */
    private void proportional(List<Item> free) {
        List<Long> invoices = sorted(free, DOCUMENT).stream().map(Item::invoice).distinct().toList();
        long all = free.stream().mapToLong(this::openOf).sum();
        long given = Math.min(left, all);
        if (all == 0) {
            return;
        }
        long[] share = new long[invoices.size()];
        BigInteger[] cut = new BigInteger[invoices.size()];
        long odd = given;
        for (int i = 0; i < share.length; i++) {
            BigInteger[] result = BigInteger.valueOf(given).multiply(BigInteger.valueOf(total(free, invoices.get(i))))
                    .divideAndRemainder(BigInteger.valueOf(all));
            share[i] = result[0].longValueExact();
            cut[i] = result[1];
            odd -= share[i];
        }
        for (; odd > 0; odd--) {
            int most = 0;
            for (int i = 1; i < cut.length; i++) {
                most = cut[i].compareTo(cut[most]) > 0 ? i : most;
            }
            share[most]++;
            cut[most] = BigInteger.ONE.negate();
        }
        for (int i = 0; i < share.length; i++) {
            long invoice = invoices.get(i);
            long own = share[i];
            for (Item item : sorted(free.stream().filter(each -> each.invoice() == invoice).toList(), WITHIN)) {
                own -= pay(item, own);
            }
        }
    }

    private void pay(List<Item> order) {
        order.forEach(item -> pay(item, left));
    }

    private long pay(Item item, long most) {
        long amount = Math.min(most, openOf(item));
        if (amount > 0) {
            parts.add(new Part(item.claim(), amount));
            open[items.indexOf(item)] -= amount;
            left -= amount;
        }
        return Math.max(amount, 0);
    }
}
