package io.quittance.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The second model: plays steps on plain maps and lists. Shares nothing with the product. */
final class Naive extends NaiveMoney {

    private final Set<Integer> deliveries = new HashSet<>();
    private final Habits habits;
    private final NaiveCharges charges = new NaiveCharges(this);
    private final NaivePlans plans = new NaivePlans(this);

    Naive(Habits habits) {
        this.habits = habits;
    }

    boolean play(Step step) {
        moved.clear();
        boolean done = change(step);
        discounts.bring(List.copyOf(moved));
        return done;
    }

    private boolean change(Step step) {
        return switch (step) {
            case Step.Clock clock -> {
                now = Instant.ofEpochSecond(clock.epochSecond());
                yield true;
            }
            case Step.Issue issue -> issue(issue);
            case Step.Offer offer -> discounts.offer(offer);
            case Step.Extend extend -> discounts.extend(extend);
            case Step.Accrue accrue -> charges.accrue(invoices.get(accrue.invoice()));
            case Step.Waive waive -> charges.waive(waive);
            case Step.LayOut wish -> plans.layOut(invoices.get(wish.invoice()), wish.down(), wish.count(), wish.months());
            case Step.EndPlan end -> plans.end(invoices.get(end.invoice()));
            case Step.Replan wish -> plans.replace(invoices.get(wish.invoice()), wish.down(), wish.count(), wish.months());
            case Step.Hold hold -> hold(hold);
            case Step.Deliver deliver -> deliver(deliver);
            case Step.Receive receive -> receive(receive);
            case Step.Exchanged exchanged -> receive(exchanged);
            case Step.PayBack payBack -> payBack(payBack);
            case Step.Apply apply -> apply(apply);
            case Step.HandOut handOut -> handOut(handOut.customer());
            case Step.Undo undo -> undo(undo);
            case Step.Credit credit -> credit(invoices.get(credit.invoice()), credit.nets());
            case Step.Cancel cancel -> cancel(invoices.get(cancel.invoice()));
            case Step.WriteOff writeOff -> writeOff(writeOff);
            case Step.Reconcile reconcile -> reconcile(reconcile.invoice());
            case Step.Close _ -> {
                ledger.close(today().withDayOfMonth(1).minusDays(1));
                yield true;
            }
        };
    }

    private boolean issue(Step.Issue step) {
        NaiveInvoice invoice = new NaiveInvoice(step, today());
        if (invoice.net + invoice.tax <= 0) {
            return false;
        }
        invoices.put(step.invoice(), invoice);
        touch(invoice);
        owe(invoice, invoice.claims.getFirst(), invoice.net + invoice.tax, today());
        ledger.add("REVENUE", whose(invoice), invoice.currency, -invoice.net, today());
        ledger.add("TAX_PAYABLE", whose(invoice), invoice.currency, -invoice.tax, today());
        return true;
    }

    private boolean hold(Step.Hold step) {
        NaiveInvoice invoice = invoices.get(step.invoice());
        if (invoice != null) {
            invoice.held = step.on();
            if (step.on() && invoice.heldSince == null) {
                invoice.heldSince = today();
            } else if (!step.on() && invoice.heldSince != null) {
                invoice.pauses.add(new LocalDate[] {invoice.heldSince, today()});
                invoice.heldSince = null;
            }
        }
        return invoice != null;
    }

    private boolean deliver(Step.Deliver step) {
        if (!deliveries.add(step.delivery())) {
            return true;
        }
        NaivePayment payment = payments.computeIfAbsent(step.payment(), id -> new NaivePayment(id, step.currency(), false));
        NaiveInvoice shown = invoices.get(step.purpose());
        if (shown != null && payment.customer == 0) {
            payment.customer = shown.customer;
            payment.purpose = shown.id;
        }
        Set<String> before = payment.moves().keySet();
        step.news().forEach(news -> payment.known.putIfAbsent(NaivePayment.key(news), news));
        Set<Integer> reopened = new LinkedHashSet<>();
        payment.moves().forEach((key, news) -> {
            if (!before.contains(key)) {
                reopened.addAll(move(payment, news, "GATEWAY_CLEARING"));
            }
        });
        reopened.forEach(this::letOthersStepIn);
        return true;
    }

    private boolean receive(Step.Receive step) {
        boolean unfit = step.purpose().stream().map(invoices::get).anyMatch(invoice -> invoice == null
                || invoice.customer != step.customer() || !invoice.currency.equals(step.currency()));
        if (unfit || payments.containsKey(step.payment())) {
            return false;
        }
        NaivePayment payment = record(step.payment(), step.customer(), step.currency(), step.amount());
        payment.reference = step.reference();
        ledger.add("BANK", "-|-", step.currency(), step.amount(), today());
        comeIn(payment, step.amount(), step.purpose(), step.rest() ? habits.names(step.customer()) : List.of("NAMED_CLAIMS"), today());
        moved.addAll(step.purpose());
        return true;
    }

    private NaivePayment record(int id, int customer, String currency, long amount) {
        NaivePayment payment = new NaivePayment(id, currency, true);
        payment.customer = customer;
        payment.received = today();
        payment.known.put("captured", new Step.News(Step.What.CAPTURED, 0, 0, "none", amount, 0));
        payments.put(id, payment);
        touchedPayments.add(id);
        return payment;
    }

    private boolean receive(Step.Exchanged step) {
        NaiveInvoice invoice = invoices.get(step.invoice());
        if (invoice == null || invoice.customer != step.customer() || payments.containsKey(step.payment())
                || !invoice.currency.equals(step.into()) || !exchange.fits(step)) {
            return false;
        }
        long worth = NaiveExchange.worth(step);
        NaivePayment payment = record(step.payment(), step.customer(), step.into(), worth);
        exchange.comesIn(payment, step, today());
        ledger.add("CURRENCY_CLEARING", "-|-", step.into(), worth, today());
        comeIn(payment, worth, List.of(invoice.id), step.rest() ? habits.names(step.customer()) : List.of("NAMED_CLAIMS"), today());
        moved.add(invoice.id);
        return true;
    }

    private boolean payBack(Step.PayBack step) {
        NaivePayment payment = payments.get(step.payment());
        if (payment == null || payment.isDisputed() || step.amount() <= 0
                || step.amount() > payment.captured() - payment.takenBack()) {
            return false;
        }
        Step.News news = new Step.News(Step.What.REFUNDED, now.toEpochMilli(), now.getEpochSecond(), "hand-" + step.refund(),
                step.amount(), 0);
        if (payment.known.containsKey(NaivePayment.key(news))) {
            return false;
        }
        exchange.goesBack(payment, step.amount(), today());
        payment.known.put(NaivePayment.key(news), news);
        new LinkedHashSet<>(move(payment, news, payment.rate == null ? "BANK" : "CURRENCY_CLEARING")).forEach(this::letOthersStepIn);
        return true;
    }

    private boolean apply(Step.Apply step) {
        NaivePayment payment = payments.get(step.payment());
        NaiveInvoice invoice = invoices.get(step.invoice());
        if (payment == null || invoice == null || payment.customer != 0 && payment.customer != invoice.customer
                || !payment.currency.equals(invoice.currency) || step.amount() <= 0 || step.amount() > payment.unapplied
                || step.amount() > invoice.open() + invoice.writtenOff()) {
            return false;
        }
        recover(invoice, Math.max(0, step.amount() - invoice.open()));
        hand(payment, step.amount(), List.of(invoice.id), List.of("NAMED_CLAIMS"), today());
        return true;
    }

    private boolean handOut(int customer) {
        payments.values().stream().filter(payment -> payment.customer == customer && payment.unapplied > 0 && !payment.corrected)
                .sorted(Comparator.comparing((NaivePayment payment) -> payment.received).thenComparing(payment -> payment.byHand ? 0 : 1)
                        .thenComparing(payment -> (payment.byHand ? "k" : "p") + payment.id))
                .toList().forEach(payment -> hand(payment, payment.unapplied, List.of(), habits.names(customer), today()));
        return true;
    }

    private boolean undo(Step.Undo step) {
        NaivePayment payment = payments.get(step.payment());
        if (payment == null || step.share() >= payment.shares.size() || payment.shares.get(step.share()).left == 0) {
            return false;
        }
        free(payment.shares.get(step.share()), Long.MAX_VALUE);
        payment.corrected = true;
        payment.purpose = 0;
        return true;
    }

    private boolean cancel(NaiveInvoice invoice) {
        if (invoice == null || NaiveInvoice.sum(invoice.late()) > 0 || invoice.shares.stream().anyMatch(share -> share.left > 0)
                || !credit(invoice, Map.of())) {
            return false;
        }
        invoice.cancelled = true;
        return true;
    }

    private boolean credit(NaiveInvoice invoice, Map<String, Long> nets) {
        Map<String, long[]> taken = invoice == null || invoice.cancelled ? null : invoice.credit(nets);
        if (taken == null) {
            return false;
        }
        discounts.withdraw(invoice);
        long gross = 0;
        for (Map.Entry<String, long[]> each : taken.entrySet()) {
            NaiveInvoice.Left left = invoice.left.get(each.getKey());
            left.net -= each.getValue()[0];
            left.tax -= each.getValue()[1];
            gross += each.getValue()[0] + each.getValue()[1];
            ledger.add("REVENUE", whose(invoice), invoice.currency, each.getValue()[0], today());
            ledger.add("TAX_PAYABLE", whose(invoice), invoice.currency, each.getValue()[1], today());
        }
        makeRoom(invoice, gross - NaiveInvoice.sum(invoice.ofDocument()));
        for (NaiveInvoice.Claim claim : invoice.ofDocument()) {
            long part = Math.min(gross, claim.open);
            claim.open -= part;
            claim.credited += part;
            gross -= part;
            ledger.add("RECEIVABLES", whose(invoice), invoice.currency, -part, today());
            claim.owed.merge(LocalDate.EPOCH, -part, Long::sum);
        }
        changed(invoice);
        moved.clear();
        moved.add(invoice.id);
        return true;
    }

    private void makeRoom(NaiveInvoice invoice, long missing) {
        long left = missing <= 0 ? 0 : missing - recover(invoice, invoice.ofDocument(), missing);
        for (NaivePayment.Share share : invoice.shares.reversed()) {
            left -= left > 0 && share.left > 0 && share.claim.rank == 2 ? free(share, left) : 0;
        }
    }

    private boolean writeOff(Step.WriteOff step) {
        NaiveInvoice invoice = invoices.get(step.invoice());
        if (invoice == null || step.amount() <= 0 || step.amount() > invoice.open()) {
            return false;
        }
        long left = step.amount();
        for (NaiveInvoice.Claim claim : invoice.oldestFirst()) {
            long part = Math.min(left, claim.open);
            claim.open -= part;
            claim.writtenOff += part;
            left -= part;
            owe(invoice, claim, -part, today());
        }
        ledger.add("BAD_DEBT", whose(invoice), invoice.currency, step.amount(), today());
        changed(invoice);
        return true;
    }

    private boolean reconcile(int id) {
        NaiveInvoice invoice = invoices.get(id);
        if (invoice == null || !invoice.status().equals("PAID")) {
            return false;
        }
        invoice.reconciled = true;
        touch(invoice);
        return true;
    }
}
