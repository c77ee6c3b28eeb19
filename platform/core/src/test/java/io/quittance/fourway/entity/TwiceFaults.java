package io.quittance.fourway.entity;

import io.quittance.fourway.RecordRef.Kind;
import io.quittance.fourway.entity.Facts.Banked;
import io.quittance.fourway.entity.Facts.Booked;
import io.quittance.fourway.entity.Facts.Link;
import io.quittance.fourway.entity.Facts.Moved;
import io.quittance.fourway.entity.Facts.PaidOut;
import io.quittance.fourway.entity.Facts.Posted;
import io.quittance.fourway.entity.Facts.Received;
import io.quittance.fourway.entity.Facts.Settled;
import io.quittance.fourway.entity.Faults.Planted;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** What came twice, and what was taken back and still counts. */
final class TwiceFaults {

    private TwiceFaults() {
    }

    static void duplicate(Map<String, Function<CleanWeeks, Optional<Planted>>> faults) {
        faults.put("the bank shows a payout twice", weeks -> Faults.anyArrived(weeks, payout -> true).map(one -> twin(weeks, one.line())));
        faults.put("the bank shows a transfer twice", weeks -> Faults.any(weeks, weeks.lines, line -> line.links().stream()
                .anyMatch(link -> link.kind() == Link.Kind.PAYMENT)).map(line -> twin(weeks, line)));
        faults.put("a payment is booked twice", weeks -> Faults.any(weeks, weeks.received, payment -> true).map(payment -> {
            Booked entry = Faults.capture(weeks, payment);
            weeks.booked.add(again(weeks, entry));
            return new Planted(Kind.PAYMENT, payment.id());
        }));
        faults.put("an arrival is booked twice", weeks -> Faults.anyArrived(weeks, payout -> true).map(one -> {
            weeks.booked.add(again(weeks, one.entry()));
            return new Planted(Kind.LINE, one.line().id());
        }));
        faults.put("a payout is announced twice", weeks -> Faults.anyArrived(weeks, payout -> !payout.payments().isEmpty()).map(one -> {
            PaidOut payout = one.payout();
            long id = weeks.id();
            weeks.payouts.add(new PaidOut(id, payout.gateway(), "po-" + id, "BATCH " + id, payout.gross(), payout.fee(), payout.reserve(),
                    payout.net(), payout.arrivesOn(), payout.payments(), payout.conversions()));
            return new Planted(Kind.PAYOUT, id);
        }));
        faults.put("an invoice counts a payment twice", weeks -> Faults.any(weeks, weeks.settled, row -> row.amount().isPositive())
                .map(row -> {
                    weeks.settled.add(new Settled(weeks.id(), row.invoice(), row.number(), row.claim(), row.customer(), row.payment(),
                            row.amount(), row.day()));
                    return new Planted(Kind.PAYMENT, row.payment());
                }));
    }

    private static Planted twin(CleanWeeks weeks, Banked line) {
        Banked twin = new Banked(weeks.id(), line.day().plusDays(1), line.amount(), line.texts(), line.account(), false, List.of());
        weeks.lines.add(twin);
        return new Planted(Kind.LINE, twin.id());
    }

    private static Booked again(CleanWeeks weeks, Booked entry) {
        return new Booked(weeks.id(), entry.key() + "#2", entry.cause(), entry.causeId(), OptionalLong.empty(), entry.day(), entry.lines());
    }

    static void reversed(Map<String, Function<CleanWeeks, Optional<Planted>>> faults) {
        faults.put("the books do not know that a gateway took it back", TwiceFaults::unbooked);
        faults.put("an invoice does not know that it was taken back", TwiceFaults::unopened);
        faults.put("the bank took a payout back", weeks -> Faults.anyArrived(weeks, payout -> true).map(one ->
                back(weeks, one.line(), one.line().texts())));
        faults.put("the bank took a transfer back", weeks -> Faults.any(weeks, weeks.lines, line -> line.links().stream()
                .anyMatch(link -> link.kind() == Link.Kind.PAYMENT)).map(line -> back(weeks, line, List.of("returned"))));
        faults.put("the bank shows a transfer no more", weeks -> Faults.any(weeks, weeks.lines, line -> line.links().stream()
                .anyMatch(link -> link.kind() == Link.Kind.PAYMENT)).map(line -> {
                    Faults.replace(weeks.lines, line, new Banked(line.id(), line.day(), line.amount(), line.texts(), line.account(), false,
                            line.links(), true));
                    return new Planted(Kind.LINE, line.id());
                }));
        faults.put("the entry of a payment was reversed", weeks -> Faults.any(weeks, weeks.received, payment -> true).map(payment -> {
            Booked entry = Faults.capture(weeks, payment);
            weeks.booked.add(new Booked(weeks.id(), "reversal:" + entry.id(), "payment", payment.id(), OptionalLong.of(entry.id()),
                    entry.day(), entry.lines().stream().map(line -> new Posted(line.role(), line.amount().negated(), line.claim(),
                    line.customer())).toList()));
            return new Planted(Kind.PAYMENT, payment.id());
        }));
    }

    private static Planted back(CleanWeeks weeks, Banked line, List<String> texts) {
        Banked back = new Banked(weeks.id(), line.day().plusDays(2), line.amount().negated(), texts, line.account(), true, List.of());
        weeks.lines.add(back);
        return new Planted(Kind.LINE, back.id());
    }

    private static Optional<Planted> unbooked(CleanWeeks weeks) {
        Optional<Received> one = Faults.any(weeks, weeks.received, payment -> !payment.byHand() && payment.moves().size() == 1);
        one.ifPresent(payment -> {
            Money amount = CleanWeeks.part(payment.capture().orElseThrow().amount(), 40);
            List<Moved> moves = new ArrayList<>(payment.moves());
            LocalDate day = payment.capture().orElseThrow().day().plusDays(2);
            moves.add(new Moved("refunded:r" + weeks.id(), Moved.Kind.TAKE_BACK, day, amount, Money.zero(amount.currency())));
            Faults.replace(weeks.received, payment, new Received(payment.id(), payment.gateway(), payment.reference(), payment.customer(),
                    payment.attempt(), payment.label(), payment.line(), payment.expected(), moves));
        });
        return Faults.payment(one);
    }

    private static Optional<Planted> unopened(CleanWeeks weeks) {
        Optional<Settled> one = Faults.any(weeks, weeks.settled, row -> row.amount().isNegative());
        one.ifPresent(weeks.settled::remove);
        return one.map(row -> new Planted(Kind.PAYMENT, row.payment()));
    }
}
