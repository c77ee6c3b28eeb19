package io.quittance.fourway.entity;

import io.quittance.fourway.Reason;
import io.quittance.fourway.RecordRef;
import io.quittance.fourway.entity.Batch.Item;
import io.quittance.fourway.entity.Facts.Booked;
import io.quittance.fourway.entity.Facts.Moved;
import io.quittance.fourway.entity.Facts.PaidOut;
import io.quittance.fourway.entity.Facts.Received;
import io.quittance.ledger.AccountRole;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the payouts of one gateway in one currency against the payments that they name. What went back and what the gateway
 * charged by itself is in some payout, and gateways do not say in which: it is given to the first payout whose sums need it.
 */
final class Batches {

    private static final String FEE = "fee:";

    private final String gateway;
    private final Currency currency;
    private final Map<String, Received> known = new HashMap<>();
    private final List<Item> pool = new ArrayList<>();
    private final List<Batch> batches = new ArrayList<>();
    private final Map<Set<String>, PaidOut> announced = new HashMap<>();
    private final Set<Long> twins = new HashSet<>();
    private final Findings findings;

    Batches(String gateway, Currency currency, Findings findings) {
        this.gateway = gateway;
        this.currency = currency;
        this.findings = findings;
    }

    /** @param entries of the payment */
    void received(Received payment, List<Booked> entries) {
        known.put(payment.reference(), payment);
        payment.moves().stream().filter(move -> move.kind() != Moved.Kind.CAPTURE && move.amount().currency().equals(currency))
                .filter(move -> entries.stream().noneMatch(entry -> entry.key().endsWith(":" + move.key())
                        && !entry.moves(AccountRole.GATEWAY_CLEARING)))
                .forEach(move -> pool.add(Item.of(payment, move)));
    }

    /** A charge of the gateway's that came apart from a payment, as it was booked. */
    void charged(Booked entry) {
        Money fee = entry.of(AccountRole.FEES, currency);
        if (!fee.isZero()) {
            pool.add(new Item(entry.key().substring(FEE.length() + gateway.length() + 1), entry.day(), Money.zero(currency), fee, 0));
        }
    }

    List<Batch> judge(List<PaidOut> payouts) {
        pool.sort(Comparator.comparing(Item::day).thenComparing(Item::key));
        Set<String> paidOut = new HashSet<>();
        payouts.stream().sorted(Comparator.comparing(PaidOut::arrivesOn).thenComparing(PaidOut::id)).forEach(payout -> {
            PaidOut twin = payout.payments().isEmpty() ? null : announced.putIfAbsent(Set.copyOf(payout.payments()), payout);
            if (twin != null) {
                twins.add(payout.id());
                findings.add(Reason.PAYOUT_TWICE, "payout:" + payout.id(), payout.arrivesOn(),
                        payout.net(), List.of(Findings.ref(payout), Findings.ref(twin)), payout.reference(), twin.reference());
                return;
            }
            List<Received> captures = payout.payments().stream().map(known::get).filter(one -> one != null).toList();
            captures.stream().filter(one -> !paidOut.add(one.reference())).forEach(one -> again(payout, one));
            batches.add(payout.payments().isEmpty() ? new Batch(payout, List.of(), List.of()) : judge(payout, captures));
        });
        return batches;
    }

    /** The same batch, announced under a second name. */
    boolean isTwin(PaidOut payout) {
        return twins.contains(payout.id());
    }

    private void again(PaidOut payout, Received payment) {
        findings.add(Reason.PAYMENT_PAID_OUT_TWICE, payout.id() + ":" + payment.id(),
                payout.arrivesOn(), payment.capture().map(Moved::amount).orElse(Money.zero(currency)),
                List.of(Findings.ref(payment), Findings.ref(payout)), payment.reference(), payout.reference());
    }

    private Batch judge(PaidOut payout, List<Received> captures) {
        Expectation expected = Expectation.of(payout, captures);
        if (captures.size() < payout.payments().size()) {
            List<String> missing = payout.payments().stream().filter(reference -> !known.containsKey(reference)).toList();
            findings.add(Reason.PAYOUT_HOLDS_UNKNOWN, "payout:" + payout.id(), payout.arrivesOn(),
                    payout.gross().minus(expected.gross), List.of(Findings.ref(payout)), payout.reference(), String.join(", ", missing));
            return new Batch(payout, captures, List.of());
        }
        if (!expected.complete) {
            return new Batch(payout, captures, List.of());
        }
        List<Item> own = pool.stream().filter(item -> item.key().equals(payout.reference())).toList();
        pool.removeAll(own);
        Money gross = payout.gross().minus(expected.gross);
        Money fee = own.stream().map(Item::fee).reduce(payout.fee().minus(expected.fee), Money::minus);
        List<Item> others = new ArrayList<>(own);
        others.addAll(rest(payout, captures, gross, fee));
        pool.removeAll(others);
        return new Batch(payout, captures, others);
    }

    /** What of the pool makes the sums right, or as nearly right as can be; then what is left of the sums is a gap. */
    private List<Item> rest(PaidOut payout, List<Received> captures, Money gross, Money fee) {
        List<Item> old = pool.stream().filter(item -> !item.day().isAfter(payout.arrivesOn())).toList();
        Optional<List<Item>> fits = Sums.pick(old, Item::amounts, new long[] {gross.minorUnits(), fee.minorUnits()}, 0, old.size());
        if (fits.isPresent()) {
            return fits.get();
        }
        List<Item> nearest = Sums.pick(old, Item::gross, gross, 0, old.size()).orElseGet(() -> nearest(old, gross));
        Money left = nearest.stream().map(Item::gross).reduce(gross, Money::minus);
        Money charged = nearest.stream().map(Item::fee).reduce(fee, Money::minus);
        List<RecordRef> records = new ArrayList<>(List.of(Findings.ref(payout)));
        captures.stream().map(Findings::ref).forEach(records::add);
        boolean less = left.isNegative();
        if (left.isZero()) {
            findings.add(Reason.PAYOUT_FEE, "payout:" + payout.id(), payout.arrivesOn(), charged, records,
                    payout.reference(), payout.fee().toString(), payout.fee().minus(charged).toString());
        } else {
            findings.add(less ? Reason.PAYOUT_SHORT : Reason.PAYOUT_OVER,
                    "payout:" + payout.id(), payout.arrivesOn(), left, records, payout.reference(), payout.gross().toString(),
                    payout.gross().minus(left).toString());
        }
        return nearest;
    }

    private static List<Item> nearest(List<Item> oldestFirst, Money gross) {
        Money left = gross;
        Money least = gross.abs();
        int best = 0;
        for (int i = 0; i < oldestFirst.size(); i++) {
            left = left.minus(oldestFirst.get(i).gross());
            if (left.abs().compareTo(least) < 0) {
                least = left.abs();
                best = i + 1;
            }
        }
        return oldestFirst.subList(0, best);
    }

    /** What a payout should come to by the payments that it names. */
    private record Expectation(Money gross, Money fee, boolean complete) {

        static Expectation of(PaidOut payout, List<Received> captures) {
            Currency currency = payout.net().currency();
            Money gross = Money.zero(currency);
            Money fee = Money.zero(currency);
            boolean complete = true;
            for (Received payment : captures) {
                Optional<Moved> capture = payment.capture();
                Optional<Money> settled = payout.conversions().stream()
                        .filter(one -> one.payment().value().equals(payment.reference())).map(PaymentEvent.Conversion::settled).findFirst();
                if (settled.isPresent()) {
                    gross = gross.plus(settled.get());
                    complete &= capture.filter(move -> move.fee().isZero()).isPresent();
                } else if (capture.filter(move -> move.amount().currency().equals(currency)).isPresent()) {
                    gross = gross.plus(capture.get().amount());
                    fee = fee.plus(capture.get().fee());
                } else {
                    complete = false;
                }
            }
            return new Expectation(gross, fee, complete);
        }
    }
}
