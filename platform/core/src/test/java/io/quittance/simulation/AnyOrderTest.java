package io.quittance.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Any order, same books: two hundred events of every kind, in a thousand orders, with repetitions and crashes. What people
 * decide by an amount that depends on what they see, such as a write-off, is no event that could come in any order. Whoever
 * cannot do something yet tries again later.
 */
class AnyOrderTest {

    private static final int ORDERS = 1000;
    private static final long DAY = 86_400;
    private static final long BEGIN = Instant.parse("2026-02-01T09:00:00Z").getEpochSecond();
    /**
     * Their rules fill claims in one order. By proportion or by size it would matter how what rests is divided among payments, and
     * which of two payments for the same invoice rests is the one thing that arrival decides.
     */
    private static final List<Integer> CUSTOMERS = List.of(4, 6, 10, 12, 16, 18);
    /** Six of each sort. */
    private static final int INVOICES = 36;

    private final Habits habits = new Habits();
    private int deaths;

    /** What an invoice is there for, by its number. */
    private enum Sort { CONTESTED, DISCOUNTED, LATE, EXCHANGED, IN_INSTALMENTS, CANCELLED }

    @Test
    void two_hundred_events_of_every_kind_in_a_thousand_orders_with_repetitions_and_crashes_leave_the_same_books() {
        List<Step> events = events(new Random(3));
        assertThat(events).hasSizeBetween(200, 240);
        String expected = books(events, new Random(0), 0);
        assertThat(expected).contains("DISCOUNTS", "FX_GAIN", "FX_LOSS", "LATE_INTEREST", "LATE_FEES", "UNAPPLIED_CASH",
                "CURRENCY_CLEARING", "credit-note", "interest-waiver", "EUR", "KWD", "USD");
        for (int order = 1; order <= ORDERS; order++) {
            Random random = new Random(order);
            List<Step> shuffled = new ArrayList<>(events);
            for (int i = 0; i < 40; i++) {
                Step again = events.get(random.nextInt(events.size()));
                if (again instanceof Step.Deliver || again instanceof Step.Receive || again instanceof Step.Exchanged
                        || again instanceof Step.PayBack) {
                    shuffled.add(again);
                }
            }
            Collections.shuffle(shuffled, random);
            assertThat(books(shuffled, random, 10)).as("order %s", order).isEqualTo(expected);
        }
        assertThat(deaths).isGreaterThan(5 * ORDERS);
    }

    private static Sort sort(int invoice) {
        return Sort.values()[(invoice - 1) / CUSTOMERS.size()];
    }

    private static int customer(int invoice) {
        return CUSTOMERS.get((invoice - 1) % CUSTOMERS.size());
    }

    private String books(List<Step> events, Random random, int crashPercent) {
        Practice practice = new Practice(new Decisions(), habits);
        practice.play(new Step.Clock(BEGIN));
        for (int invoice = 1; invoice <= INVOICES; invoice++) {
            practice.play(new Step.Issue(invoice, customer(invoice), habits.currency(customer(invoice)), 5,
                    List.of(new Step.Line("7", "123.457", "0", "19"), new Step.Line("3", "55.01", "0", "7"))));
            if (sort(invoice) == Sort.DISCOUNTED) {
                practice.play(new Step.Offer(invoice, "3", 10, invoice % 2 == 0));
            }
        }
        practice.play(new Step.Clock(BEGIN + 60 * DAY));
        List<Step> waiting = new ArrayList<>(events);
        for (int before = -1; before != waiting.size();) {
            before = waiting.size();
            waiting.removeIf(event -> practice.play(event, random.nextInt(100) < crashPercent ? random.nextInt(5) : -1)
                    .equals(Practice.DONE));
        }
        deaths += practice.tables.deaths;
        for (int run = 0; run < 2; run++) {
            CUSTOMERS.forEach(customer -> practice.play(new Step.HandOut(customer)));
            for (int invoice = 1; invoice <= INVOICES; invoice++) {
                if (sort(invoice) == Sort.LATE) {
                    practice.play(new Step.Accrue(invoice));
                    practice.play(new Step.Waive(100 * run + invoice, invoice, 7));
                }
            }
        }
        return fingerprint(practice.tables);
    }

    /** Net balances per account, customer, invoice and currency, sorted, and the causes; those of discounts have new names each time. */
    private static String fingerprint(Tables tables) {
        Map<String, Long> net = new TreeMap<>(tables.ledger);
        net.values().removeIf(balance -> balance == 0);
        TreeSet<String> causes = new TreeSet<>();
        tables.journal.values().stream().map(posting -> posting.cause().type().equals("discount") ? "discount"
                : posting.cause().type() + ":" + posting.cause().id()).forEach(causes::add);
        return net + " " + causes;
    }

    private List<Step> events(Random random) {
        List<Step> events = new ArrayList<>();
        int payment = 0;
        for (int invoice = 1; invoice <= INVOICES; invoice++) {
            String currency = habits.currency(customer(invoice));
            // 864.199 net at 19 % and 165.03 at 7 %, in the currency's units
            long gross = Math.round(1205 * Math.pow(10, Currency.getInstance(currency).getDefaultFractionDigits()));
            switch (sort(invoice)) {
                case CONTESTED -> {
                    for (int i = 0; i < 3; i++) {
                        events.addAll(story(++payment, i == 0 ? 0 : invoice, currency, gross * (30 + random.nextInt(70)) / 100, random));
                    }
                    events.add(new Step.Credit(invoice, invoice, Map.of("19", gross / 10)));
                }
                case DISCOUNTED -> {
                    events.addAll(invoice % 2 == 0 ? captured(++payment, invoice, currency, gross / 3, 9, random)
                            : story(++payment, invoice, currency, gross / 2, random));
                    long rest = gross - gross / (invoice % 2 == 0 ? 3 : 15) - gross / 50;
                    events.addAll(captured(++payment, invoice, currency, rest, 9, random));
                    events.add(new Step.Credit(invoice, invoice, Map.of("7", gross / 500)));
                }
                case LATE -> events.addAll(random.nextBoolean() ? returned(++payment, invoice, currency, gross / 2, random)
                        : captured(++payment, invoice, currency, gross / 3, 20, random));
                case EXCHANGED -> {
                    for (int i = 1; i <= 2; i++) {
                        events.add(new Step.Exchanged(1000 + 2 * invoice + i, customer(invoice), "USD", 9_000 + random.nextInt(20_000),
                                currency, "1." + (10 + random.nextInt(80)), "1.4025", invoice, false));
                    }
                    events.add(new Step.PayBack(invoice, 1001 + 2 * invoice, 2 + random.nextInt(50)));
                }
                case IN_INSTALMENTS -> {
                    events.add(new Step.LayOut(invoice, gross / 9, 3, 1));
                    events.add(invoice % 2 == 0 ? new Step.EndPlan(invoice) : new Step.Replan(invoice, 0, 2, 1));
                    events.addAll(captured(++payment, invoice, currency, gross / 4, 20, random));
                    events.add(new Step.Receive(2000 + invoice, customer(invoice), currency, gross / 5, List.of(invoice), "", false));
                }
                case CANCELLED -> events.add(new Step.Cancel(invoice, invoice));
            }
        }
        return events;
    }

    private int deliveries;

    private Step deliver(int payment, int purpose, String currency, Step.News... news) {
        return new Step.Deliver(++deliveries, payment, currency, purpose, List.of(news), -1);
    }

    private static Step.News news(Step.What what, int day, String name, long amount, long fee) {
        return new Step.News(what, what.ordinal() * 10L, BEGIN + day * DAY, name, amount, fee);
    }

    /** A failure, the capture, a refund, a dispute, and how that ended. */
    private List<Step> story(int payment, int purpose, String currency, long gross, Random random) {
        long part = 1 + random.nextInt((int) gross);
        int day = random.nextInt(20);
        boolean won = random.nextBoolean();
        return List.of(deliver(payment, purpose, currency, news(Step.What.FAILED, day, "none", gross, 0)),
                deliver(payment, purpose, currency, news(Step.What.CAPTURED, day, "none", gross, 3)),
                deliver(payment, purpose, currency, news(Step.What.REFUNDED, day + 3, "r", part, 0)),
                deliver(payment, purpose, currency, news(Step.What.DISPUTED, day + 5, "d", gross, 15)),
                deliver(payment, purpose, currency, news(won ? Step.What.WON : Step.What.LOST, day + 9, "d", gross, 0)));
    }

    private List<Step> captured(int payment, int purpose, String currency, long gross, int days, Random random) {
        int day = random.nextInt(days);
        return List.of(deliver(payment, purpose, currency, news(Step.What.AUTHORISED, day, "none", gross, 0)),
                deliver(payment, purpose, currency, news(Step.What.CAPTURED, day, "none", gross, 3)));
    }

    /** A debit that the payer's bank sends back. */
    private List<Step> returned(int payment, int purpose, String currency, long gross, Random random) {
        int day = random.nextInt(20);
        return List.of(deliver(payment, purpose, currency, news(Step.What.CAPTURED, day, "none", gross, 3)),
                deliver(payment, purpose, currency, news(Step.What.DISPUTED, day + 4, "b", gross, 4),
                        news(Step.What.LOST, day + 4, "b", gross, 0)));
    }
}
