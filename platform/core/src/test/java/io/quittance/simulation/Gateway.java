package io.quittance.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** A gateway that tells what happened late, twice, in bundles and in any order. */
final class Gateway {

    private static final long DAY = 86_400;

    private final SplittableRandom random;
    private final Planner planner;
    private int deliveries;

    /** Has something done in so many days. */
    interface Planner {
        void plan(int in, Supplier<Optional<Step>> work);
    }

    Gateway(SplittableRandom random, Planner planner) {
        this.random = random;
        this.planner = planner;
    }

    /** Somebody pays; sometimes money goes back, and sometimes it comes again. */
    void pays(int payment, String currency, int purpose, long amount, long now) {
        Told told = new Told(payment, currency, purpose);
        if (chance(15)) {
            tell(told, 0, 3, news(Step.What.FAILED, 1, now, "", amount, 0));
        }
        if (chance(40)) {
            tell(told, 0, 3, news(Step.What.AUTHORISED, 2, now, "", amount, 0));
        }
        tell(told, 0, 4, news(Step.What.CAPTURED, 10, now, "", amount, Math.min(amount, amount / 50 + 1)));
        if (chance(10)) {
            long part = chance(50) ? amount : 1 + random.nextLong(amount);
            int in = random.nextInt(1, 20);
            tell(told, in, 4, news(Step.What.REFUNDED, 20, now + in * DAY, "r" + payment, part, chance(20) ? 1 : 0));
            if (part < amount && chance(30)) {
                tell(told, in, 9, news(Step.What.REFUNDED, 21, now + in * DAY, "s" + payment, amount - part, 0));
            }
        }
        if (chance(6)) {
            comesBack(told, payment, amount, now);
            return;
        }
        if (chance(8)) {
            int in = random.nextInt(1, 60);
            String name = "d" + payment;
            tell(told, in, 6, news(Step.What.DISPUTED, 30, now + in * DAY, name, amount, 15));
            if (chance(70)) {
                tell(told, in, 30, news(chance(60) ? Step.What.WON : Step.What.LOST, 40, now + (in + 1) * DAY, name, amount, 0));
            }
        }
    }

    /** A debit that the payer's bank sends back: no dispute to be won, and a fee for us. */
    private void comesBack(Told told, int payment, long amount, long now) {
        int in = random.nextInt(2, 20);
        long at = now + in * DAY;
        String name = "b" + payment;
        Step.Deliver both = delivery(told, List.of(news(Step.What.DISPUTED, 50, at, name, amount, 4),
                news(Step.What.LOST, 51, at, name, amount, 0)));
        planner.plan(in, () -> Optional.of(both));
        if (chance(20)) {
            planner.plan(in + random.nextInt(3), () -> Optional.of(both));
        }
    }

    /** Of which payment. */
    private record Told(int payment, String currency, int purpose) {
    }

    private static Step.News news(Step.What what, long sequence, long at, String name, long amount, long fee) {
        return new Step.News(what, sequence, at, name.isEmpty() ? "none" : name, amount, fee);
    }

    private void tell(Told told, int in, int delay, Step.News news) {
        List<Step.News> bundle = new ArrayList<>(List.of(news));
        if (chance(5)) {
            bundle.add(news);
        }
        int after = in + random.nextInt(delay);
        Step.Deliver delivery = delivery(told, bundle);
        planner.plan(after, () -> Optional.of(delivery));
        if (chance(12)) {
            planner.plan(after + random.nextInt(4), () -> Optional.of(delivery));
        }
        if (chance(10)) {
            Step.Deliver again = delivery(told, bundle);
            planner.plan(after + random.nextInt(6), () -> Optional.of(again));
        }
    }

    private Step.Deliver delivery(Told told, List<Step.News> bundle) {
        return new Step.Deliver(++deliveries, told.payment(), told.currency(), told.purpose(), bundle, chance(8) ? random.nextInt(8) : -1);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
