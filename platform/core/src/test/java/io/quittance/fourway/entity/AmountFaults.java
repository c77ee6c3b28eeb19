package io.quittance.fourway.entity;

import io.quittance.fourway.RecordRef.Kind;
import io.quittance.fourway.entity.Facts.Banked;
import io.quittance.fourway.entity.Facts.Booked;
import io.quittance.fourway.entity.Facts.Link;
import io.quittance.fourway.entity.Facts.PaidOut;
import io.quittance.fourway.entity.Facts.Posted;
import io.quittance.fourway.entity.Facts.Settled;
import io.quittance.fourway.entity.Faults.Arrived;
import io.quittance.fourway.entity.Faults.Planted;
import io.quittance.ledger.AccountRole;
import io.quittance.spi.gateway.PaymentEvent.Conversion;
import io.quittance.spi.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Amounts that are not what they should be. */
final class AmountFaults {

    private AmountFaults() {
    }

    /** @param sign -1 for too little */
    static void amounts(Map<String, Function<CleanWeeks, Optional<Planted>>> faults, int sign) {
        faults.put("another amount arrives", weeks -> Faults.anyArrived(weeks, payout -> true).map(one -> {
            Money off = Faults.off(weeks, one.payout().net());
            Banked line = Faults.show(weeks, one, signed(one.payout().net(), off, sign));
            return new Planted(Kind.LINE, line.id());
        }));
        faults.put("another amount is paid out", weeks -> Faults.anyArrived(weeks, payout -> !payout.payments().isEmpty()).map(one -> {
            Faults.follow(weeks, one, Faults.with(one.payout(), signed(one.payout().gross(), Faults.off(weeks, one.payout().net()), sign),
                    one.payout().fee()));
            return new Planted(Kind.PAYOUT, one.payout().id());
        }));
        faults.put("another amount is booked", weeks -> Faults.any(weeks, weeks.received, payment -> true).map(payment -> {
            Booked entry = Faults.capture(weeks, payment);
            Money off = Faults.off(weeks, payment.capture().orElseThrow().amount());
            Faults.replace(weeks.booked, entry, Faults.with(entry, entry.day(), moved(entry, AccountRole.RECEIVABLES, signed(
                    Money.zero(off.currency()), off, -sign))));
            return new Planted(Kind.PAYMENT, payment.id());
        }));
        faults.put("an invoice counts another amount", weeks -> Faults.any(weeks, weeks.settled,
                row -> row.amount().isPositive() && row.amount().minorUnits() > 500 && weeks.received.stream()
                        .anyMatch(one -> one.id() == row.payment() && one.moves().size() == 1)).map(row -> {
                    Faults.replace(weeks.settled, row, new Settled(row.id(), row.invoice(), row.number(), row.claim(), row.customer(),
                            row.payment(), signed(row.amount(), Faults.off(weeks, row.amount()), sign), row.day()));
                    return new Planted(Kind.PAYMENT, row.payment());
                }));
        faults.put("a transfer is recorded with another amount", weeks -> Faults.any(weeks, weeks.lines, line -> line.links().stream()
                .anyMatch(link -> link.kind() == Link.Kind.PAYMENT)).map(line -> {
                    Faults.replace(weeks.lines, line, Faults.with(line, signed(line.amount(), Faults.off(weeks, line.amount()), sign),
                            line.links()));
                    return new Planted(Kind.LINE, line.id());
                }));
    }

    private static Money signed(Money amount, Money off, int sign) {
        return sign > 0 ? amount.plus(off) : amount.minus(off);
    }

    /** That much more on the first line of a role, and the counterpart where the money lies. */
    private static List<Posted> moved(Booked entry, AccountRole role, Money more) {
        List<Posted> lines = new ArrayList<>(entry.lines());
        Posted one = lines.stream().filter(line -> line.role() == role).findFirst().orElseThrow();
        Faults.replace(lines, one, new Posted(role, one.amount().plus(more), one.claim(), one.customer()));
        Posted holder = lines.getFirst();
        lines.set(0, new Posted(holder.role(), holder.amount().minus(more), holder.claim(), holder.customer()));
        return lines;
    }

    static void fees(Map<String, Function<CleanWeeks, Optional<Planted>>> faults) {
        faults.put("a gateway keeps more than the books say", weeks -> Faults.anyArrived(weeks, payout -> !payout.payments().isEmpty())
                .map(one -> {
                    Faults.follow(weeks, one, Faults.with(one.payout(), one.payout().gross(), one.payout().fee()
                            .plus(Faults.off(weeks, one.payout().fee()))));
                    return new Planted(Kind.PAYOUT, one.payout().id());
                }));
        faults.put("another fee is booked", weeks -> Faults.any(weeks, weeks.received,
                payment -> payment.capture().orElseThrow().fee().isPositive()).map(payment -> {
                    Booked entry = Faults.capture(weeks, payment);
                    Faults.replace(weeks.booked, entry, Faults.with(entry, entry.day(), moved(entry, AccountRole.FEES,
                            Faults.off(weeks, payment.capture().orElseThrow().fee()))));
                    return new Planted(Kind.PAYMENT, payment.id());
                }));
        faults.put("the fee is not kept, and so charged later", weeks -> Faults.anyArrived(weeks, payout -> payout.fee().isPositive())
                .map(one -> new Planted(Kind.LINE, Faults.show(weeks, one, one.payout().net().plus(one.payout().fee())).id())));
    }

    static void exchange(Map<String, Function<CleanWeeks, Optional<Planted>>> faults) {
        faults.put("a payment is exchanged at another rate than stated", AmountFaults::anotherRate);
        faults.put("an exchange is not booked", weeks -> Faults.anyArrived(weeks, payout -> !payout.conversions().isEmpty()).map(one -> {
            weeks.booked.removeIf(entry -> entry.cause().equals("payout") && entry.causeId() == one.payout().id());
            return new Planted(Kind.PAYOUT, one.payout().id());
        }));
        faults.put("another currency arrives", weeks -> Faults.anyArrived(weeks, payout -> true).map(one -> new Planted(Kind.LINE,
                Faults.show(weeks, one, Money.ofMinor(one.payout().net().minorUnits(), "GBP")).id())));
    }

    private static Optional<Planted> anotherRate(CleanWeeks weeks) {
        Optional<Arrived> found = Faults.anyArrived(weeks, payout -> !payout.conversions().isEmpty());
        return found.map(one -> {
            PaidOut payout = one.payout();
            List<Conversion> conversions = new ArrayList<>(payout.conversions());
            Conversion old = conversions.getFirst();
            Money off = CleanWeeks.part(old.settled(), 8);
            conversions.set(0, new Conversion(old.payment(), old.paid(), old.settled().minus(off), old.rate()));
            PaidOut less = Faults.with(payout, payout.gross().minus(off), payout.fee());
            Faults.follow(weeks, one, new PaidOut(less.id(), less.gateway(), less.reference(), less.bankReference(), less.gross(),
                    less.fee(), less.reserve(), less.net(), less.arrivesOn(), less.payments(), conversions));
            Booked entry = weeks.booked.stream().filter(other -> other.cause().equals("payout") && other.causeId() == payout.id())
                    .findFirst().orElseThrow();
            List<Posted> lines = new ArrayList<>(entry.lines());
            lines.add(new Posted(AccountRole.GATEWAY_CLEARING, off.negated(), 0, 0));
            lines.add(new Posted(AccountRole.CURRENCY_CLEARING, off, 0, 0));
            Faults.replace(weeks.booked, entry, Faults.with(entry, entry.day(), lines));
            return new Planted(Kind.PAYOUT, payout.id());
        });
    }
}
