package io.quittance.fourway.entity;

import io.quittance.fourway.RecordRef.Kind;
import io.quittance.fourway.entity.Facts.Banked;
import io.quittance.fourway.entity.Facts.Booked;
import io.quittance.fourway.entity.Facts.Link;
import io.quittance.fourway.entity.Facts.PaidOut;
import io.quittance.fourway.entity.Facts.Posted;
import io.quittance.fourway.entity.Facts.Received;
import io.quittance.reconciliation.Gap;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Faults to put into clean weeks, each at a random place. */
final class Faults {

    /** What was done. @param kind of the record that the gap must name */
    record Planted(Kind kind, long id) {
    }

    private Faults() {
    }

    /** By the type of the gap, the faults that must be typed so, by name. */
    static Map<String, Function<CleanWeeks, Optional<Planted>>> of(Gap gap) {
        Map<String, Function<CleanWeeks, Optional<Planted>>> faults = new LinkedHashMap<>();
        switch (gap) {
            case MISSING -> MissingFaults.all(faults);
            case DUPLICATE -> TwiceFaults.duplicate(faults);
            case SHORT -> AmountFaults.amounts(faults, -1);
            case OVER -> AmountFaults.amounts(faults, 1);
            case FEE -> AmountFaults.fees(faults);
            case FX -> AmountFaults.exchange(faults);
            case WRONG_PAYER -> OtherFaults.wrongPayer(faults);
            case SPLIT -> OtherFaults.split(faults);
            case MERGED -> OtherFaults.merged(faults);
            case REVERSED -> TwiceFaults.reversed(faults);
            case DATE -> OtherFaults.date(faults);
            case FOREIGN_TENANT -> OtherFaults.foreign(faults);
        }
        return faults;
    }

    static <T> Optional<T> any(CleanWeeks weeks, List<T> from, Predicate<T> suits) {
        List<T> some = from.stream().filter(suits).toList();
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(weeks.random.nextInt(some.size())));
    }

    /** A payout that one line of its own has brought in time, long enough ago that it would be missed. */
    record Arrived(PaidOut payout, Banked line, Booked entry) {
    }

    static List<Arrived> arrived(CleanWeeks weeks) {
        List<Arrived> found = new ArrayList<>();
        for (PaidOut payout : weeks.payouts) {
            Link link = new Link(Link.Kind.PAYOUT, payout.id());
            List<Banked> lines = weeks.lines.stream().filter(line -> line.links().contains(link)).toList();
            if (lines.size() == 1 && lines.getFirst().links().size() == 1 && payout.net().isPositive()
                    && payout.arrivesOn().plusDays(CleanWeeks.BANK_DAYS).isBefore(CleanWeeks.TODAY)) {
                found.add(new Arrived(payout, lines.getFirst(), weeks.booked.stream()
                        .filter(entry -> entry.key().equals("bank-line:" + lines.getFirst().id())).findFirst().orElseThrow()));
            }
        }
        return found;
    }

    static Optional<Arrived> anyArrived(CleanWeeks weeks, Predicate<PaidOut> suits) {
        return any(weeks, arrived(weeks), one -> suits.test(one.payout()));
    }

    static Booked capture(CleanWeeks weeks, Received payment) {
        return weeks.booked.stream().filter(entry -> entry.key().equals("payment:" + payment.id() + ":captured")).findFirst().orElseThrow();
    }

    static <T> void replace(List<T> in, T old, T with) {
        in.set(in.indexOf(old), with);
    }

    static PaidOut with(PaidOut payout, Money gross, Money fee) {
        return new PaidOut(payout.id(), payout.gateway(), payout.reference(), payout.bankReference(), gross, fee, payout.reserve(),
                gross.minus(fee).minus(payout.reserve()), payout.arrivesOn(), payout.payments(), payout.conversions());
    }

    static Banked with(Banked line, Money amount, List<Link> links) {
        return new Banked(line.id(), line.day(), amount, line.texts(), line.account(), line.returned(), links);
    }

    static Booked with(Booked entry, LocalDate day, List<Posted> lines) {
        return new Booked(entry.id(), entry.key(), entry.cause(), entry.causeId(), entry.reverses(), day, lines);
    }

    /** The payout pays that instead, and bank and books follow. */
    static void follow(CleanWeeks weeks, Arrived one, PaidOut instead) {
        replace(weeks.payouts, one.payout(), instead);
        Banked line = with(one.line(), instead.net(), one.line().links());
        replace(weeks.lines, one.line(), line);
        replace(weeks.booked, one.entry(), with(one.entry(), one.entry().day(), weeks.arrival(line).lines()));
    }

    /** The line shows that instead, and so nobody found it to be the payout. */
    static Banked show(CleanWeeks weeks, Arrived one, Money amount) {
        Banked line = with(one.line(), amount, List.of());
        replace(weeks.lines, one.line(), line);
        weeks.booked.remove(one.entry());
        return line;
    }

    static Money off(CleanWeeks weeks, Money like) {
        return new Money(11 + weeks.random.nextInt(400), like.currency());
    }

    static Optional<Planted> payment(Optional<Received> one) {
        return one.map(payment -> new Planted(Kind.PAYMENT, payment.id()));
    }
}
