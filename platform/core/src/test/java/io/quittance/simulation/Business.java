package io.quittance.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** What happens to a business, day by day, from a seed. Looks at the naive model for what people would see. */
final class Business {

    private static final long BEGIN = Instant.parse("2026-01-01T06:00:00Z").getEpochSecond();
    private static final long DAY = 86_400;
    private static final int CUSTOMERS = 12;
    private static final List<String> TAXES = List.of("19", "7", "0", "20", "5.5");

    private final SplittableRandom random;
    private final Naive model;
    private final Habits habits;
    private final int days;
    private final PriorityQueue<Plan> plans = new PriorityQueue<>(Comparator.comparing(Plan::day).thenComparing(Plan::turn));
    private final Gateway gateway;
    private final Office office;
    private final Set<Integer> rated = new HashSet<>();
    private int day;
    private int turns;
    private int invoices;
    private int payments;

    /** Something that will be done. */
    private record Plan(int day, int turn, Supplier<Optional<Step>> work) {
    }

    Business(long seed, int days, Naive model, Habits habits) {
        this.random = new SplittableRandom(seed);
        this.model = model;
        this.habits = habits;
        this.days = days;
        this.gateway = new Gateway(random.split(), this::plan);
        this.office = new Office(random.split(), model, this::plan);
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
        office.day(this::sometimes);
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
        if (chance(25)) {
            int inTime = random.nextInt(3, 11);
            plan(0, () -> Optional.of(new Step.Offer(invoice, List.of("2", "3", "2.5", "0.5").get(random.nextInt(4)), inTime, chance(70))));
            plan(inTime + random.nextInt(-2, 3), () -> payEarly(invoice));
        }
        return new Step.Issue(invoice, customer, currency, terms, lines);
    }

    /** Less the discount, more or less; sometimes in two parts. */
    private Optional<Step> payEarly(int id) {
        NaiveInvoice invoice = model.invoices.get(id);
        if (invoice == null || invoice.offer == null || invoice.open() == 0 || chance(30)) {
            return Optional.empty();
        }
        long amount = Math.max(1, invoice.open() - invoice.offer.amount + (chance(30) ? random.nextInt(-2, 3) : 0));
        if (chance(25) && amount > 1) {
            long part = random.nextLong(1, amount);
            gateway.pays(++payments, invoice.currency, id, part, now());
            amount -= part;
        }
        if (chance(50)) {
            gateway.pays(++payments, invoice.currency, id, amount, now());
            return Optional.empty();
        }
        return Optional.of(new Step.Receive(++payments, invoice.customer, invoice.currency, amount, List.of(id), "", chance(50)));
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
            case 3 -> Optional.of(!invoice.currency.equals("EUR") ? exchanged(payment, invoice, amount)
                    : new Step.Receive(payment, invoice.customer, invoice.currency, amount, List.of(id), "", chance(50)));
            case 4 -> Optional.of(new Step.Receive(payment, invoice.customer, invoice.currency, amount, List.of(),
                    chance(70) ? "Paying " + invoice.number + " thanks" : "INV", chance(60)));
            default -> Optional.of(new Step.Receive(payment, invoice.customer, invoice.currency, amount + random.nextInt(500),
                    several(invoice), "", chance(50)));
        };
    }

    /** Euro for what is owed in another currency; people state the invoice's rate once. */
    private Step exchanged(int payment, NaiveInvoice invoice, long amount) {
        BigDecimal usual = new BigDecimal(Habits.EURO.get(invoice.currency));
        BigDecimal rate = usual.multiply(BigDecimal.valueOf(random.nextInt(950, 1051), 3)).stripTrailingZeros();
        String stated = rated.add(invoice.id) || chance(10) ? usual.toPlainString() : "";
        int digits = Currency.getInstance(invoice.currency).getDefaultFractionDigits();
        long paid = BigDecimal.valueOf(amount, digits).multiply(rate).movePointRight(2).setScale(0, RoundingMode.UP).longValueExact();
        return new Step.Exchanged(payment, invoice.customer, "EUR", paid, invoice.currency, rate.toPlainString(), stated, invoice.id,
                chance(50));
    }

    private List<Integer> several(NaiveInvoice invoice) {
        List<Integer> named = new ArrayList<>(List.of(invoice.id));
        model.invoices.values().stream().filter(other -> other.customer == invoice.customer && other.open() > 0 && other != invoice)
                .limit(2).forEach(other -> named.add(other.id));
        return named;
    }
}
