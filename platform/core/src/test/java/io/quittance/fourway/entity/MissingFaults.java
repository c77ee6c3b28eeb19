package io.quittance.fourway.entity;

import io.quittance.fourway.RecordRef.Kind;
import io.quittance.fourway.entity.Facts.Banked;
import io.quittance.fourway.entity.Facts.Booked;
import io.quittance.fourway.entity.Facts.Moved;
import io.quittance.fourway.entity.Facts.PaidOut;
import io.quittance.fourway.entity.Facts.Received;
import io.quittance.fourway.entity.Facts.Settled;
import io.quittance.fourway.entity.Faults.Planted;
import io.quittance.payment.PaymentRow;
import io.quittance.spi.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** What one of the four does not know of. */
final class MissingFaults {

    private MissingFaults() {
    }

    static void all(Map<String, Function<CleanWeeks, Optional<Planted>>> faults) {
        faults.put("the bank does not show a payout", weeks -> Faults.anyArrived(weeks, payout -> true).map(one -> {
            weeks.lines.remove(one.line());
            weeks.booked.remove(one.entry());
            return new Planted(Kind.PAYOUT, one.payout().id());
        }));
        faults.put("the bank does not show a transfer that was noted", MissingFaults::noted);
        faults.put("a payment is not booked", weeks -> Faults.any(weeks, weeks.received, payment -> true).map(payment -> {
            weeks.booked.remove(Faults.capture(weeks, payment));
            return new Planted(Kind.PAYMENT, payment.id());
        }));
        faults.put("an invoice does not know that it is paid", weeks -> Faults.any(weeks, weeks.settled, row -> true).map(row -> {
            weeks.settled.removeIf(other -> other.claim() == row.claim());
            return new Planted(Kind.PAYMENT, row.payment());
        }).filter(planted -> weeks.received.stream().anyMatch(one -> one.id() == planted.id() && one.moves().size() == 1)));
        faults.put("a payment of a payout was never reported", MissingFaults::lost);
        faults.put("a payment is in no payout", MissingFaults::leftOut);
        faults.put("something is booked of a payment that nobody knows", weeks -> Faults.any(weeks, weeks.booked,
                entry -> entry.key().endsWith(":captured")).map(entry -> {
                    long id = weeks.id();
                    weeks.booked.add(new Booked(id, "payment:" + id + ":captured", "payment", id, OptionalLong.empty(), entry.day(),
                            entry.lines()));
                    return new Planted(Kind.ENTRY, id);
                }));
        faults.put("the arrival of a payout is not booked", weeks -> Faults.anyArrived(weeks, payout -> true).map(one -> {
            weeks.booked.remove(one.entry());
            return new Planted(Kind.LINE, one.line().id());
        }));
        faults.put("a line that nothing explains", weeks -> Optional.of(weeks.id()).map(id -> {
            weeks.lines.add(new Banked(id, CleanWeeks.FROM.plusDays(3 + weeks.random.nextInt(16)), weeks.amount("EUR"),
                    List.of("hello " + id), "DE00STRANGER", false, List.of()));
            return new Planted(Kind.LINE, id);
        }));
    }

    private static Optional<Planted> noted(CleanWeeks weeks) {
        Optional<Received> one = Faults.any(weeks, weeks.received, payment -> payment.expected()
                && payment.capture().orElseThrow().day().plusDays(CleanWeeks.BANK_DAYS).isBefore(CleanWeeks.TODAY));
        one.ifPresent(payment -> weeks.lines.removeIf(line -> line.links().isEmpty()
                && line.amount().equals(payment.capture().orElseThrow().amount())));
        return Faults.payment(one);
    }

    private static Optional<PaidOut> holding(CleanWeeks weeks, Received payment) {
        return weeks.payouts.stream().filter(payout -> payout.gateway().equals(payment.gateway())
                && payout.payments().contains(payment.reference()) && payout.payments().size() > 1
                && payment.capture().orElseThrow().amount().currency().equals(payout.net().currency())).findFirst();
    }

    private static Optional<Received> plain(CleanWeeks weeks) {
        return Faults.any(weeks, weeks.received, payment -> payment.moves().size() == 1 && !payment.gateway().equals(PaymentRow.BY_HAND)
                && holding(weeks, payment).isPresent());
    }

    private static Optional<Planted> lost(CleanWeeks weeks) {
        return plain(weeks).map(payment -> {
            weeks.received.remove(payment);
            weeks.booked.removeIf(entry -> entry.cause().equals("payment") && entry.causeId() == payment.id());
            weeks.settled.removeIf((Settled row) -> row.payment() == payment.id());
            return new Planted(Kind.PAYOUT, holding(weeks, payment).orElseThrow().id());
        });
    }

    private static Optional<Planted> leftOut(CleanWeeks weeks) {
        Optional<Received> one = plain(weeks).filter(payment -> payment.capture().orElseThrow().day().plusDays(13)
                .isBefore(CleanWeeks.TODAY));
        Optional<Faults.Arrived> payout = one.flatMap(payment -> Faults.anyArrived(weeks,
                candidate -> candidate.equals(holding(weeks, payment).orElseThrow())));
        payout.ifPresent(held -> {
            Moved capture = one.orElseThrow().capture().orElseThrow();
            List<String> others = new ArrayList<>(held.payout().payments());
            others.remove(one.orElseThrow().reference());
            Money gross = held.payout().gross().minus(capture.amount());
            PaidOut less = Faults.with(held.payout(), gross, held.payout().fee().minus(capture.fee()));
            Faults.follow(weeks, held, new PaidOut(less.id(), less.gateway(), less.reference(), less.bankReference(), less.gross(),
                    less.fee(), less.reserve(), less.net(), less.arrivesOn(), others, less.conversions()));
        });
        return payout.isPresent() ? Faults.payment(one) : Optional.empty();
    }
}
