package io.quittance.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How money moves in the naive model. Shares nothing with the product. */
class NaiveMoney {

    final Map<Integer, NaiveInvoice> invoices = new TreeMap<>();
    final Map<Integer, NaivePayment> payments = new TreeMap<>();
    final NaiveLedger ledger = new NaiveLedger();
    final Set<Integer> touchedInvoices = new HashSet<>();
    final Set<Integer> touchedPayments = new HashSet<>();
    final NaiveDiscounts discounts = new NaiveDiscounts(this);
    final NaiveExchange exchange = new NaiveExchange(ledger);
    /** Invoices on which money moved since a step began. */
    final Set<Integer> moved = new TreeSet<>();
    Instant now = Instant.EPOCH;

    LocalDate today() {
        return day(now.getEpochSecond());
    }

    static LocalDate day(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).atZone(Tables.ZONE).toLocalDate();
    }

    void touch(NaiveInvoice invoice) {
        touchedInvoices.add(invoice.id);
    }

    static String whose(NaiveInvoice invoice) {
        return invoice.customer + "|" + invoice.id;
    }

    /** A claim is owed by more, or less. */
    void owe(NaiveInvoice invoice, NaiveInvoice.Claim claim, long amount, LocalDate day) {
        ledger.add("RECEIVABLES", whose(invoice), invoice.currency, amount, day);
        claim.owed.merge(day, amount, Long::sum);
    }

    private void cash(NaivePayment payment, long amount, LocalDate day) {
        ledger.add("UNAPPLIED_CASH", (payment.customer == 0 ? "-" : payment.customer) + "|-", payment.currency, amount, day);
    }

    /** @return invoices of which something may be open again */
    List<Integer> move(NaivePayment payment, Step.News news, String account) {
        LocalDate day = day(news.epochSecond());
        List<Integer> named = payment.purpose == 0 ? List.of() : List.of(payment.purpose);
        touchedPayments.add(payment.id);
        moved.addAll(named);
        if (news.what() == Step.What.CAPTURED || news.what() == Step.What.WON) {
            long fee = news.what() == Step.What.CAPTURED ? news.fee() : 0;
            payment.received = news.what() == Step.What.CAPTURED ? day : payment.received;
            ledger.add(account, "-|-", payment.currency, news.amount() - fee, day);
            ledger.add("FEES", "-|-", payment.currency, fee, day);
            comeIn(payment, news.amount(), named, List.of("NAMED_CLAIMS"), day);
            return news.what() == Step.What.WON ? named : List.of();
        }
        long fee = news.what() == Step.What.REFUNDED ? -news.fee() : news.fee();
        ledger.add(account, "-|-", payment.currency, -news.amount() - fee, day);
        ledger.add("FEES", "-|-", payment.currency, fee, day);
        long fromShares = news.amount() - Math.min(news.amount(), Math.max(payment.unapplied, 0));
        List<Integer> opened = new ArrayList<>();
        long released = 0;
        for (NaivePayment.Share share : payment.shares.reversed()) {
            long part = Math.min(share.left, fromShares - released);
            if (part > 0) {
                giveBack(share, part, day);
                released += part;
                opened.add(share.invoice.id);
            }
        }
        payment.unapplied -= news.amount() - released;
        cash(payment, news.amount() - released, day);
        return opened;
    }

    void comeIn(NaivePayment payment, long amount, List<Integer> named, List<String> strategies, LocalDate day) {
        long available = Math.min(payment.unapplied + amount, amount);
        payment.unapplied += amount;
        cash(payment, -amount, day);
        if (available > 0) {
            openWrittenOff(payment, available, named);
            hand(payment, available, named, strategies, day);
        }
    }

    /** An over-payment of named invoices pays what was given up of them. */
    private void openWrittenOff(NaivePayment payment, long amount, List<Integer> named) {
        long rest = amount;
        List<NaiveInvoice> same = named.stream().map(invoices::get).filter(invoice -> invoice.currency.equals(payment.currency)).toList();
        for (NaiveInvoice invoice : same) {
            rest -= Math.min(rest, invoice.open());
        }
        for (NaiveInvoice invoice : same) {
            rest -= recover(invoice, rest);
        }
    }

    long recover(NaiveInvoice invoice, long most) {
        return recover(invoice, invoice.oldestFirst(), most);
    }

    long recover(NaiveInvoice invoice, List<NaiveInvoice.Claim> claims, long most) {
        long done = 0;
        for (NaiveInvoice.Claim claim : claims) {
            long part = Math.min(most - done, claim.writtenOff);
            claim.writtenOff -= part;
            claim.open += part;
            owe(invoice, claim, part, today());
            done += part;
        }
        if (done > 0) {
            ledger.add("BAD_DEBT", whose(invoice), invoice.currency, -done, today());
            changed(invoice);
        }
        return done;
    }

    void changed(NaiveInvoice invoice) {
        invoice.reconciled = false;
        touch(invoice);
    }

    /** Hands money out; what is given leaves unapplied cash. */
    void hand(NaivePayment payment, long amount, List<Integer> named, List<String> strategies, LocalDate day) {
        List<NaiveInvoice> within = strategies.size() > 1 ? ofCustomer(payment.customer, payment.currency) : List.of();
        Set<NaiveInvoice> all = new LinkedHashSet<>(named.stream().map(invoices::get).filter(Objects::nonNull)
                .filter(invoice -> invoice.currency.equals(payment.currency)).toList());
        all.addAll(within);
        List<NaiveAllocation.Item> items = new ArrayList<>();
        for (NaiveInvoice invoice : all) {
            for (NaiveInvoice.Claim claim : invoice.claims) {
                if (claim.open > 0) {
                    items.add(new NaiveAllocation.Item(claim.id, claim.rank, claim.instalment, invoice.id, invoice.number, claim.open,
                            invoice.issued, claim.due, invoice.held));
                }
            }
        }
        NaiveAllocation.Wish wish = new NaiveAllocation.Wish(amount, named.stream().map(Long::valueOf).toList(), payment.reference,
                strategies);
        for (NaiveAllocation.Part part : NaiveAllocation.of(wish, items)) {
            give(payment, part, day);
        }
        touchedPayments.add(payment.id);
    }

    private void give(NaivePayment payment, NaiveAllocation.Part part, LocalDate day) {
        NaiveInvoice invoice = invoices.get((int) (part.claim() / 1000));
        NaiveInvoice.Claim claim = invoice.claims.stream().filter(each -> each.id == part.claim()).findFirst().orElseThrow();
        claim.open -= part.amount();
        NaivePayment.Share share = new NaivePayment.Share(payment, invoice, claim, part.amount());
        payment.shares.add(share);
        invoice.shares.add(share);
        payment.unapplied -= part.amount();
        owe(invoice, claim, -part.amount(), day);
        cash(payment, part.amount(), day);
        changed(invoice);
        exchange.realise(share, today());
        moved.add(invoice.id);
    }

    /** A share's money leaves its claim; the caller says where it goes. */
    private void giveBack(NaivePayment.Share share, long amount, LocalDate day) {
        share.left -= amount;
        share.claim.open += amount;
        owe(share.invoice, share.claim, amount, day);
        changed(share.invoice);
        touchedPayments.add(share.payment.id);
        exchange.realise(share, today());
        moved.add(share.invoice.id);
    }

    private List<NaiveInvoice> ofCustomer(int customer, String currency) {
        return invoices.values().stream().filter(invoice -> invoice.customer == customer && invoice.currency.equals(currency)).toList();
    }

    void letOthersStepIn(int invoice) {
        payments.values().stream().filter(payment -> payment.purpose == invoice && !payment.byHand && payment.unapplied > 0)
                .sorted(Comparator.comparing((NaivePayment payment) -> payment.received).thenComparing(payment -> payment.id))
                .forEach(payment -> hand(payment, payment.unapplied, List.of(invoice), List.of("NAMED_CLAIMS"), today()));
    }

    long free(NaivePayment.Share share, long most) {
        long amount = Math.min(share.left, most);
        giveBack(share, amount, today());
        share.payment.unapplied += amount;
        cash(share.payment, -amount, today());
        return amount;
    }
}
