package io.quittance.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What the people of a business do beside writing invoices, and the runs that work for them. */
final class Office {

    private static final int RECENT = 80;

    private final SplittableRandom random;
    private final Naive model;
    private final Gateway.Planner planner;
    private int others;

    /** Has something done on so many of a hundred days. */
    interface Habit {
        void sometimes(int percent, Supplier<Optional<Step>> work);
    }

    Office(SplittableRandom random, Naive model, Gateway.Planner planner) {
        this.random = random;
        this.model = model;
        this.planner = planner;
    }

    void day(Habit habit) {
        habit.sometimes(8, this::layOut);
        habit.sometimes(20, () -> anInvoice(invoice -> !invoice.instalmentsLeft().isEmpty())
                .map(invoice -> chance(50) ? new Step.EndPlan(invoice.id)
                        : new Step.Replan(invoice.id, chance(50) ? invoice.open() / 4 : 0, random.nextInt(1, 6), 1)));
        habit.sometimes(4, this::hold);
        habit.sometimes(8, this::credit);
        habit.sometimes(5, () -> anInvoice(invoice -> chance(10) || invoice.shares.isEmpty() && !invoice.late().isEmpty() || chance(30))
                .map(invoice -> new Step.Cancel(++others, invoice.id)));
        habit.sometimes(6, this::writeOff);
        habit.sometimes(5, () -> aPayment().map(payment -> new Step.Undo(payment.id, random.nextInt(3))));
        habit.sometimes(20, this::apply);
        habit.sometimes(6, this::payBack);
        habit.sometimes(10, () -> anInvoice(any -> true).map(invoice -> new Step.Reconcile(invoice.id)));
        habit.sometimes(60, () -> anInvoice(invoice -> invoice.oldestFirst().getFirst().due.isBefore(model.today()))
                .map(invoice -> new Step.Accrue(invoice.id)));
        habit.sometimes(8, () -> anInvoice(invoice -> !invoice.late().isEmpty()).map(invoice -> new Step.Waive(++others, invoice.id,
                chance(60) ? NaiveInvoice.sum(invoice.late()) : 1 + random.nextLong(NaiveInvoice.sum(invoice.late()) + 2))));
        habit.sometimes(4, () -> anInvoice(invoice -> invoice.offer != null)
                .map(invoice -> new Step.Extend(invoice.id, random.nextInt(6))));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** One of the younger ones, of those that fit if there are any among a few. */
    private Optional<NaiveInvoice> anInvoice(Predicate<NaiveInvoice> fits) {
        List<NaiveInvoice> all = List.copyOf(model.invoices.values());
        for (int i = 0; i < 20 && !all.isEmpty(); i++) {
            NaiveInvoice invoice = all.get(random.nextInt(Math.max(0, all.size() - RECENT), all.size()));
            if (fits.test(invoice)) {
                return Optional.of(invoice);
            }
        }
        return Optional.empty();
    }

    private Optional<NaivePayment> aPayment() {
        List<NaivePayment> all = List.copyOf(model.payments.values());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(Math.max(0, all.size() - RECENT), all.size())));
    }

    private Optional<Step> layOut() {
        return anInvoice(invoice -> invoice.open() > 0).map(invoice -> new Step.LayOut(invoice.id, chance(50) ? invoice.open() / 5 : 0,
                random.nextInt(1, 12), random.nextInt(1, 3)));
    }

    private Optional<Step> hold() {
        return anInvoice(any -> true).map(invoice -> {
            planner.plan(random.nextInt(5, 40), () -> Optional.of(new Step.Hold(invoice.id, false)));
            return new Step.Hold(invoice.id, true);
        });
    }

    private Optional<Step> credit() {
        return anInvoice(any -> true).map(invoice -> {
            if (chance(40) || invoice.left.isEmpty()) {
                return new Step.Credit(++others, invoice.id, Map.of());
            }
            String rate = List.copyOf(invoice.left.keySet()).get(random.nextInt(invoice.left.size()));
            long net = invoice.left.get(rate).net;
            return new Step.Credit(++others, invoice.id, Map.of(rate, Math.max(1, random.nextLong(Math.max(1, net + net / 8 + 1)))));
        });
    }

    private Optional<Step> writeOff() {
        return anInvoice(any -> true).map(invoice -> new Step.WriteOff(++others, invoice.id,
                chance(60) ? invoice.open() : 1 + random.nextLong(invoice.open() + 1)));
    }

    private Optional<Step> payBack() {
        return aPayment().map(payment -> {
            long left = Math.max(0, payment.captured() - payment.takenBack());
            long amount = chance(30) && payment.unapplied > 0 ? payment.unapplied : chance(50) ? left : 1 + random.nextLong(left + 2);
            return new Step.PayBack(++others, payment.id, amount);
        });
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
