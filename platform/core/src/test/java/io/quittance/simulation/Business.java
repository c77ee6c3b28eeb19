package io.quittance.simulation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** What happens to a business, day by day, from a seed. Looks at the naive model for what people would see. */
final class Business {

    private static final long BEGIN = Instant.parse("2026-01-01T06:00:00Z").getEpochSecond();
    private static final long DAY = 86_400;
    private static final int CUSTOMERS = 12;
    private static final int RECENT = 80;
    private static final List<String> TAXES = List.of("19", "7", "0", "20", "5.5");

    private final SplittableRandom random;
    private final Naive model;
    private final Habits habits;
    private final int days;
    private final PriorityQueue<Plan> plans = new PriorityQueue<>(Comparator.comparing(Plan::day).thenComparing(Plan::turn));
    private final Gateway gateway;
    private int day;
    private int turns;
    private int invoices;
    private int payments;
    private int others;

    /** Something that will be done. */
    private record Plan(int day, int turn, Supplier<Optional<Step>> work) {
    }

    Business(long seed, int days, Naive model, Habits habits) {
        this.random = new SplittableRandom(seed);
        this.model = model;
        this.habits = habits;
        this.days = days;
        this.gateway = new Gateway(random.split(), this::plan);
    }

    /** What happens next, after all before it was played; empty when the time is over. */
    Optional<Step> next() {
        while (true) {
            if (!plans.isEmpty() && plans.peek().day() <= day) {
                Optional<Step> step = plans.poll().work().get();
                if (step.isPresent()) {
                    return step;
                }
            } else if (day == days) {
                return Optional.empty();
            } else {
                day++;
                planDay();
                return Optional.of(new Step.Clock(now()));
            }
        }
    }

    int day() {
        return day;
    }

    private long now() {
        return BEGIN + day * DAY;
    }

    private void plan(int in, Supplier<Optional<Step>> work) {
        plans.add(new Plan(day + in, turns++, work));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private void planDay() {
        for (int customer = 1; customer <= CUSTOMERS; customer++) {
            int who = customer;
            if (random.nextInt(100) < 4 + customer) {
                plan(0, () -> Optional.of(issue(who)));
            }
            if (day % 7 == who % 7) {
                plan(0, () -> Optional.of(new Step.HandOut(who)));
            }
        }
        sometimes(4, this::layOut);
        sometimes(4, this::hold);
        sometimes(8, this::credit);
        sometimes(6, this::writeOff);
        sometimes(5, this::undo);
        sometimes(8, this::apply);
        sometimes(10, () -> anInvoice().map(invoice -> new Step.Reconcile(invoice.id)));
        sometimes(3, () -> Optional.of(new Step.Clock(now() + random.nextInt(-20, 10) * 3600L)));
        if (Instant.ofEpochSecond(now()).atZone(ZoneOffset.UTC).getDayOfMonth() == 4) {
            plan(0, () -> Optional.of(new Step.Close()));
        }
    }

    private void sometimes(int percent, Supplier<Optional<Step>> work) {
        if (chance(percent)) {
            plan(0, work);
        }
    }

    private Step issue(int customer) {
        String currency = habits.currency(customer);
        int invoice = ++invoices;
        List<Step.Line> lines = new ArrayList<>();
        int count = random.nextInt(1, 4);
        for (int i = 0; i < count; i++) {
            lines.add(new Step.Line(random.nextInt(1, 40) + "." + random.nextInt(1000),
                    random.nextInt(1, 200) + "." + random.nextInt(10_000),
                    chance(20) ? random.nextInt(50) + "." + random.nextInt(100) : "0", TAXES.get(random.nextInt(TAXES.size()))));
        }
        if (chance(5)) {
            lines.add(new Step.Line("-0.5", "1.01", "0", lines.getFirst().tax()));
        }
        int terms = 14 + 7 * (customer % 4);
        int late = customer % 5 * 6 + random.nextInt(-10, 15);
        plan(Math.max(1, terms + late), () -> pay(invoice));
        if (chance(15)) {
            plan(terms + late + 25, () -> pay(invoice));
        }
        return new Step.Issue(invoice, customer, currency, terms, lines);
    }

    private Optional<Step> pay(int id) {
        NaiveInvoice invoice = model.invoices.get(id);
        if (invoice == null || invoice.open() == 0 && !chance(8)) {
            return Optional.empty();
        }
        long due = invoice.open() == 0 ? invoice.claimed() : invoice.open();
        long amount = switch (random.nextInt(10)) {
            case 0 -> due + random.nextLong(1, due + 2);
            case 1, 2 -> Math.max(1, random.nextLong(due + 1));
            default -> due;
        };
        if (amount < due) {
            plan(random.nextInt(3, 40), () -> pay(id));
        }
        if (chance(4)) {
            return Optional.empty();
        }
        int payment = ++payments;
        return switch ((invoice.customer + random.nextInt(3)) % 6) {
            case 0, 1, 2 -> {
                gateway.pays(payment, invoice.currency, chance(90) ? id : 0, amount, now());
                yield Optional.empty();
            }
            case 3 -> Optional.of(new Step.Receive(payment, invoice.customer, invoice.currency, amount, List.of(id), "", chance(50)));
            case 4 -> Optional.of(new Step.Receive(payment, invoice.customer, invoice.currency, amount, List.of(),
                    chance(70) ? "Paying " + invoice.number + " thanks" : "INV", chance(60)));
            default -> Optional.of(new Step.Receive(payment, invoice.customer, invoice.currency, amount + random.nextInt(500),
                    several(invoice), "", chance(50)));
        };
    }

    private List<Integer> several(NaiveInvoice invoice) {
        List<Integer> named = new ArrayList<>(List.of(invoice.id));
        model.invoices.values().stream().filter(other -> other.customer == invoice.customer && other.open() > 0 && other != invoice)
                .limit(2).forEach(other -> named.add(other.id));
        return named;
    }

    private Optional<NaiveInvoice> anInvoice() {
        return invoices == 0 ? Optional.empty()
                : Optional.ofNullable(model.invoices.get(random.nextInt(Math.max(1, invoices - RECENT), invoices + 1)));
    }

    private Optional<NaivePayment> aPayment() {
        return payments == 0 ? Optional.empty()
                : Optional.ofNullable(model.payments.get(random.nextInt(Math.max(1, payments - RECENT), payments + 1)));
    }

    private Optional<Step> layOut() {
        return anInvoice().map(invoice -> new Step.LayOut(invoice.id, chance(50) ? invoice.open() / 5 : 0, random.nextInt(1, 12),
                random.nextInt(1, 3)));
    }

    private Optional<Step> hold() {
        return anInvoice().map(invoice -> {
            plan(random.nextInt(5, 40), () -> Optional.of(new Step.Hold(invoice.id, false)));
            return new Step.Hold(invoice.id, true);
        });
    }

    private Optional<Step> credit() {
        return anInvoice().map(invoice -> {
            if (chance(40) || invoice.left.isEmpty()) {
                return new Step.Credit(++others, invoice.id, Map.of());
            }
            String rate = List.copyOf(invoice.left.keySet()).get(random.nextInt(invoice.left.size()));
            long net = invoice.left.get(rate).net;
            return new Step.Credit(++others, invoice.id, Map.of(rate, Math.max(1, random.nextLong(Math.max(1, net + net / 8 + 1)))));
        });
    }

    private Optional<Step> writeOff() {
        return anInvoice().map(invoice -> new Step.WriteOff(++others, invoice.id,
                chance(60) ? invoice.open() : 1 + random.nextLong(invoice.open() + 1)));
    }

    private Optional<Step> undo() {
        return aPayment().map(payment -> new Step.Undo(payment.id, random.nextInt(3)));
    }

    private Optional<Step> apply() {
        Optional<NaivePayment> payment = aPayment().filter(any -> any.unapplied > 0);
        return payment.flatMap(from -> model.invoices.values().stream()
                .filter(invoice -> invoice.currency.equals(from.currency) && (from.customer == 0 || from.customer == invoice.customer))
                .filter(invoice -> invoice.open() + invoice.writtenOff() > 0).skip(random.nextInt(3)).findFirst()
                .map(invoice -> new Step.Apply(from.id, invoice.id, chance(80)
                        ? Math.min(from.unapplied, invoice.open() + invoice.writtenOff()) : 1 + random.nextLong(from.unapplied + 5))));
    }
}
