package io.quittance.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Operations at random, most of them possible and many of them not, on a few invoices and payments in several currencies. */
final class Operations {

    private static final long BEGIN = Instant.parse("2026-02-27T22:30:00Z").getEpochSecond();
    private static final int INVOICES = 9;
    private static final int PAYMENTS = 12;
    private static final List<String> TAXES = List.of("19", "7", "0", "5.5");
    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD");

    private final SplittableRandom random;
    private int next;

    Operations(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Invoices first, one for each number; customers have one currency. */
    List<Step> begin() {
        List<Step> steps = new ArrayList<>(List.of(new Step.Clock(BEGIN)));
        for (int invoice = 1; invoice <= INVOICES; invoice++) {
            int customer = 1 + invoice % 3;
            List<Step.Line> lines = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                lines.add(new Step.Line("" + random.nextInt(1, 9), random.nextInt(1, 90) + "." + random.nextInt(1000),
                        "" + random.nextInt(100), TAXES.get(random.nextInt(TAXES.size()))));
            }
            steps.add(new Step.Issue(invoice, customer, CURRENCIES.get(customer - 1), random.nextInt(40), lines));
        }
        return steps;
    }

    Step next() {
        next++;
        int invoice = random.nextInt(1, INVOICES + 2);
        int payment = random.nextInt(1, PAYMENTS);
        return switch (random.nextInt(22)) {
            case 0 -> new Step.Clock(BEGIN + random.nextLong(-86_400, 86_400 * 60));
            case 1 -> new Step.LayOut(invoice, random.nextInt(2) * amount(), random.nextInt(1, 5), random.nextInt(1, 3));
            case 2 -> new Step.Hold(invoice, random.nextBoolean());
            case 3, 4, 5 -> deliver(payment);
            case 6 -> receive(PAYMENTS + next, invoice);
            case 7 -> new Step.Apply(random.nextInt(PAYMENTS), invoice, amount());
            case 8 -> new Step.HandOut(random.nextInt(1, 4));
            case 9 -> new Step.Undo(payment, random.nextInt(4));
            case 10 -> new Step.Credit(next, invoice, random.nextInt(4) == 0 ? Map.of()
                    : Map.of(TAXES.get(random.nextInt(TAXES.size())), amount()));
            case 11 -> new Step.WriteOff(next, invoice, amount());
            case 12 -> new Step.Offer(invoice, random.nextInt(1, 90) + ".5", random.nextInt(40), random.nextBoolean());
            case 13 -> new Step.Extend(invoice, random.nextInt(20));
            case 14 -> new Step.Accrue(invoice);
            case 15 -> new Step.Waive(next, invoice, amount());
            case 16 -> new Step.EndPlan(invoice);
            case 17 -> new Step.Replan(invoice, random.nextInt(2) * amount(), random.nextInt(1, 5), random.nextInt(1, 3));
            case 18 -> exchanged(PAYMENTS + next, invoice);
            case 19 -> new Step.PayBack(next, random.nextInt(1, PAYMENTS + next), amount());
            case 20 -> new Step.Cancel(next, invoice);
            default -> random.nextInt(9) == 0 ? new Step.Close() : new Step.Reconcile(invoice);
        };
    }

    private long amount() {
        return 1 + random.nextLong(random.nextInt(3) == 0 ? 30_000 : 300);
    }

    /** Each payment has one amount, currency and purpose, whatever is reported of it. */
    private Step deliver(int payment) {
        int customer = 1 + payment % 3;
        int purpose = payment % 4 == 0 ? 0 : 3 * (payment % 3 == 0 ? 1 + payment % 2 : payment % 3) + customer - 1;
        long gross = 500L + payment * 777L;
        List<Step.News> news = new ArrayList<>();
        for (int i = random.nextInt(2); i >= 0; i--) {
            Step.What what = Step.What.values()[random.nextInt(Step.What.values().length)];
            boolean closing = what == Step.What.WON || what == Step.What.LOST;
            long sequence = what.ordinal() * 10L;
            news.add(new Step.News(closing ? payment % 2 == 0 ? Step.What.WON : Step.What.LOST : what, sequence,
                    BEGIN + sequence * 3_600, what == Step.What.REFUNDED ? "r" : "d", what == Step.What.REFUNDED ? gross / 3 : gross,
                    what == Step.What.FAILED ? 0 : 3));
        }
        return new Step.Deliver(random.nextInt(200), payment, CURRENCIES.get(customer - 1), purpose > INVOICES ? 0 : purpose, news,
                random.nextInt(12) - 6);
    }

    private Step exchanged(int payment, int invoice) {
        int customer = 1 + invoice % 3;
        String rate = random.nextInt(1, 300) + "." + random.nextInt(1, 1000);
        return new Step.Exchanged(payment, customer, customer == 1 ? "USD" : "EUR", amount(), CURRENCIES.get(customer - 1), rate,
                random.nextInt(3) == 0 ? "" : 50 + invoice + ".25", invoice, random.nextBoolean());
    }

    private Step receive(int payment, int invoice) {
        int customer = 1 + invoice % 3;
        boolean named = random.nextBoolean();
        return new Step.Receive(payment, customer, CURRENCIES.get(customer - 1), amount(), named ? List.of(invoice) : List.of(),
                named ? "" : "for INV-%05d please".formatted(invoice), random.nextBoolean());
    }
}
