package io.quittance.reconciliation.entity;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Open items and money that came in for them, from a seed, with what each payment is really for. Part of the payments are
 * spoilt as payers and banks spoil them.
 */
final class MatchingCorpus {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    private static final List<String> SYLLABLES = List.of("ber", "lin", "mar", "ko", "sta", "fel", "nor", "da", "vis", "tor", "gen", "hau",
            "sel", "ri", "mo", "ka", "pe", "zan", "lu", "wen", "ost", "bra", "fi", "dor");
    private static final List<String> FORMS = List.of("GmbH", "AG", "Ltd", "SARL", "B.V.", "S.L.", "& Co. KG", "");

    final List<OpenItem> items = new ArrayList<>();
    final List<Movement> movements = new ArrayList<>();
    /** The claims that a movement pays; empty where it pays nothing of ours. */
    final Map<Long, Set<Long>> truth = new HashMap<>();
    final Payers payers = new Payers();
    private final Map<Integer, List<OpenItem>> unpaid = new HashMap<>();
    private final List<Integer> paying = new ArrayList<>();
    private final Random random;
    private final int customers;

    /** @param spoilt so many of a hundred payments */
    MatchingCorpus(long seed, int itemCount, int movementCount, int spoilt) {
        random = new Random(seed);
        customers = Math.max(1, itemCount / 5);
        for (int customer = 0; customer < customers; customer++) {
            payers.isCalled(name(customer), new CustomerId(customer));
            if (random.nextInt(100) < 90) {
                payers.pays(account(customer), new CustomerId(customer));
            }
        }
        for (int i = 0; i < itemCount; i++) {
            bill(i);
        }
        unpaid.forEach((customer, open) -> {
            open.sort(OpenItem.OLDEST_FIRST);
            open.forEach(item -> paying.add(customer));
        });
        Collections.sort(paying);
        Collections.shuffle(paying, random);
        for (int i = 0; movements.size() < movementCount; i++) {
            List<OpenItem> open = unpaid.get(paying.get(i));
            if (!open.isEmpty()) {
                pay(paying.get(i), open, random.nextInt(100) < spoilt);
            }
        }
    }

    private void bill(int number) {
        int customer = random.nextInt(customers);
        // round prices are common, so that many items are open with the same amount
        long minor = random.nextInt(3) == 0 ? 1000L * (1 + random.nextInt(200)) : 500L + random.nextInt(900_000);
        LocalDate issued = FIRST_DAY.plusDays(random.nextInt(330));
        OpenItem item = new OpenItem(new ClaimId(number), new CustomerId(customer), List.of(number(number)), Money.ofMinor(minor, "EUR"),
                issued, issued.plusDays(List.of(7, 14, 30).get(random.nextInt(3))), false);
        items.add(item);
        unpaid.computeIfAbsent(customer, unknown -> new ArrayList<>()).add(item);
    }

    private void pay(int customer, List<OpenItem> open, boolean isSpoilt) {
        OpenItem item = open.remove(random.nextInt(open.size()));
        if (!isSpoilt) {
            add(customer, item.open(), text(item), Set.of(item.claim().value()));
            return;
        }
        switch (random.nextInt(13)) {
            case 0 -> add(customer, item.open(), "thank you", Set.of(item.claim().value()));
            case 1 -> add(customer, item.open(), slip(item), Set.of(item.claim().value()));
            case 2 -> add(customer, item.open().minus(aBit()), text(item), Set.of(item.claim().value()));
            case 3 -> several(customer, item, open, true);
            case 4 -> several(customer, item, open, false);
            case 5 -> movement(random.nextInt(customers), "", item.open(), text(item), Set.of(item.claim().value()));
            case 6 -> stranger();
            case 7 -> add(customer, item.open().plus(aBit()), text(item), Set.of(item.claim().value()));
            case 8 -> inTwo(customer, item);
            case 9 -> some(customer, item, open);
            case 10 -> inParts(customer, item, 2);
            case 11 -> inParts(customer, item, 3);
            default -> forNothing(customer, item, open);
        }
    }

    /** A bank's fee, or a slip. */
    private Money aBit() {
        return Money.ofMinor(1 + random.nextInt(400), "EUR");
    }

    private void several(int customer, OpenItem first, List<OpenItem> open, boolean named) {
        List<OpenItem> paid = new ArrayList<>(List.of(first));
        while (paid.size() < 3 && !open.isEmpty()) {
            paid.add(open.remove(0));
        }
        Set<Long> claims = new TreeSet<>();
        StringBuilder text = new StringBuilder("invoices");
        Money sum = Money.ofMinor(0, "EUR");
        for (OpenItem item : paid) {
            claims.add(item.claim().value());
            text.append(' ').append(item.names().getFirst());
            sum = sum.plus(item.open());
        }
        add(customer, sum, named ? text.toString() : "several invoices", claims);
    }

    /** Money that has nothing to do with what is open, although it says a number. */
    private void stranger() {
        movement(-1, "XX" + random.nextInt(1_000_000_000), Money.ofMinor(500L + random.nextInt(900_000), "EUR"),
                "order " + random.nextInt(100_000), Set.of());
    }

    private void inTwo(int customer, OpenItem item) {
        List<Money> halves = item.open().splitEvenly(2);
        halves.stream().filter(Money::isPositive).forEach(half -> add(customer, half, text(item), Set.of(item.claim().value())));
    }

    /** Any two to four of what is open, without saying which. */
    private void some(int customer, OpenItem first, List<OpenItem> open) {
        List<OpenItem> paid = new ArrayList<>(List.of(first));
        int wanted = 2 + random.nextInt(3);
        while (paid.size() < wanted && !open.isEmpty()) {
            paid.add(open.remove(random.nextInt(open.size())));
        }
        Set<Long> claims = new TreeSet<>();
        paid.forEach(item -> claims.add(item.claim().value()));
        add(customer, paid.stream().map(OpenItem::open).reduce(Money::plus).orElseThrow(), "as agreed", claims);
    }

    /** One invoice by several transfers within days, none of which says a word. */
    private void inParts(int customer, OpenItem item, int count) {
        LocalDate day = FIRST_DAY.plusDays(330 + random.nextInt(60));
        Money rest = item.open();
        for (int part = 1; part <= count; part++) {
            long share = part == count ? rest.minorUnits() : rest.minorUnits() * (20 + random.nextInt(50)) / 100;
            Money amount = Money.ofMinor(share, "EUR");
            rest = rest.minus(amount);
            if (amount.isPositive()) {
                movement(customer, account(customer), amount, "part", Set.of(item.claim().value()), day.plusDays(random.nextInt(6)));
            }
        }
    }

    /** A known payer sends money that is for nothing of ours; what was to be paid stays open. */
    private void forNothing(int customer, OpenItem item, List<OpenItem> open) {
        open.add(item);
        long minor = random.nextInt(3) == 0 ? 1000L * (1 + random.nextInt(900)) : 500L + random.nextInt(2_500_000);
        add(customer, Money.ofMinor(minor, "EUR"), "deposit", Set.of());
    }

    private void add(int customer, Money amount, String text, Set<Long> claims) {
        if (amount.isPositive()) {
            movement(customer, account(customer), amount, text, claims);
        }
    }

    private void movement(int customer, String account, Money amount, String text, Set<Long> claims) {
        movement(customer, account, amount, text, claims, FIRST_DAY.plusDays(330 + random.nextInt(60)));
    }

    private void movement(int customer, String account, Money amount, String text, Set<Long> claims, LocalDate day) {
        long id = movements.size();
        movements.add(new Movement(id, day, amount, List.of(text), customer < 0 ? "Unknown Sender" : spelled(name(customer)), account));
        truth.put(id, claims);
    }

    private String text(OpenItem item) {
        String number = item.names().getFirst();
        return switch (random.nextInt(5)) {
            case 0 -> number;
            case 1 -> "Rechnung " + number + " vom " + item.issuedOn();
            case 2 -> "RNR." + number.replace("-", " ") + "/KD " + item.customer().value();
            case 3 -> number.toLowerCase(Locale.ROOT).replace("-", "") + " thank you";
            default -> "Invoice: " + number + ", your ref 4711";
        };
    }

    /** Two neighbouring figures of the number changed places, which may well be the number of another item. */
    private String slip(OpenItem item) {
        char[] number = item.names().getFirst().toCharArray();
        int at = number.length - 2 - random.nextInt(3);
        char figure = number[at];
        number[at] = number[at + 1];
        number[at + 1] = figure;
        return new String(number);
    }

    private String spelled(String name) {
        return switch (random.nextInt(4)) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> name.replace("GmbH", "G.m.b.H.").replace(" AG", "");
            default -> name;
        };
    }

    private static String number(int item) {
        return "RE-2025-" + String.format(Locale.ROOT, "%06d", item);
    }

    /** Every hundredth is called like another one. */
    private static String name(int customer) {
        int called = customer % 100 == 99 ? customer - 1 : customer;
        int count = SYLLABLES.size();
        return SYLLABLES.get(called % count) + SYLLABLES.get(called / count % count) + SYLLABLES.get(called * 7 % count) + " "
                + SYLLABLES.get(called / count / count % count) + SYLLABLES.get(called * 5 % count) + called % 97 + " "
                + FORMS.get(called % FORMS.size());
    }

    private static String account(int customer) {
        return "DE" + (10_000_000_000L + customer * 7919L);
    }
}
