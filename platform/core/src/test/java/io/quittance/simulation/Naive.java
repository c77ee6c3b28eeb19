package io.quittance.simulation;

import java.time.Instant;
import java.util.ArrayList;
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

    Naive(Habits habits) {
        this.habits = habits;
    }

    boolean play(Step step) {
        return switch (step) {
            case Step.Clock clock -> {
                now = Instant.ofEpochSecond(clock.epochSecond());
                yield true;
            }
            case Step.Issue issue -> issue(issue);
            case Step.LayOut layOut -> layOut(layOut);
            case Step.Hold hold -> {
                NaiveInvoice invoice = invoices.get(hold.invoice());
                if (invoice != null) {
                    invoice.held = hold.on();
                }
                yield invoice != null;
            }
            case Step.Deliver deliver -> deliver(deliver);
            case Step.Receive receive -> receive(receive);
            case Step.Apply apply -> apply(apply);
            case Step.HandOut handOut -> handOut(handOut.customer());
            case Step.Undo undo -> undo(undo);
            case Step.Credit credit -> credit(credit);
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
        receivable(invoice, invoice.net + invoice.tax, today());
        ledger.add("REVENUE", whose(invoice), invoice.currency, -invoice.net, today());
        ledger.add("TAX_PAYABLE", whose(invoice), invoice.currency, -invoice.tax, today());
        return true;
    }

    private boolean layOut(Step.LayOut step) {
        NaiveInvoice invoice = invoices.get(step.invoice());
        if (invoice == null || invoice.claims.size() > 1 || invoice.open() == 0 || step.down() >= invoice.open()
                || invoice.open() - step.down() < step.count()) {
            return false;
        }
        NaiveInvoice.Claim principal = invoice.claims.getFirst();
        long open = principal.open;
        principal.claimed -= open;
        principal.open = 0;
        List<Long> amounts = new ArrayList<>();
        if (step.down() > 0) {
            amounts.add(step.down());
        }
        long each = (open - step.down()) / step.count();
        for (int i = 1; i < step.count(); i++) {
            amounts.add(each);
        }
        amounts.add(open - step.down() - each * (step.count() - 1));
        for (int i = 0; i < amounts.size(); i++) {
            invoice.claims.add(new NaiveInvoice.Claim(principal.id + 1 + i, true, today().plusDays(1).plusMonths((long) i * step.months()),
                    amounts.get(i)));
        }
        touch(invoice);
        return true;
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
                reopened.addAll(move(payment, news));
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
        NaivePayment payment = new NaivePayment(step.payment(), step.currency(), true);
        payment.customer = step.customer();
        payment.reference = step.reference();
        payment.received = today();
        payments.put(step.payment(), payment);
        ledger.add("BANK", "-|-", step.currency(), step.amount(), today());
        comeIn(payment, step.amount(), step.purpose(), step.rest() ? habits.names(step.customer()) : List.of("NAMED_CLAIMS"), today());
        touchedPayments.add(payment.id);
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

    private boolean credit(Step.Credit step) {
        NaiveInvoice invoice = invoices.get(step.invoice());
        Map<String, long[]> taken = invoice == null ? null : invoice.credit(step.nets());
        if (taken == null) {
            return false;
        }
        long gross = 0;
        for (Map.Entry<String, long[]> each : taken.entrySet()) {
            NaiveInvoice.Left left = invoice.left.get(each.getKey());
            left.net -= each.getValue()[0];
            left.tax -= each.getValue()[1];
            gross += each.getValue()[0] + each.getValue()[1];
            ledger.add("REVENUE", whose(invoice), invoice.currency, each.getValue()[0], today());
            ledger.add("TAX_PAYABLE", whose(invoice), invoice.currency, each.getValue()[1], today());
        }
        makeRoom(invoice, gross - invoice.open());
        receivable(invoice, -gross, today());
        for (NaiveInvoice.Claim claim : invoice.oldestFirst()) {
            long part = Math.min(gross, claim.open);
            claim.open -= part;
            claim.credited += part;
            gross -= part;
        }
        changed(invoice);
        return true;
    }

    private void makeRoom(NaiveInvoice invoice, long missing) {
        long left = missing <= 0 ? 0 : missing - recover(invoice, missing);
        for (NaivePayment.Share share : invoice.shares.reversed()) {
            left -= left > 0 && share.left > 0 ? free(share, left) : 0;
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
        }
        receivable(invoice, -step.amount(), today());
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
