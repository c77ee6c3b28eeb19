package io.quittance.fourway.entity;

import io.quittance.fourway.RecordRef.Kind;
import io.quittance.fourway.entity.Facts.Banked;
import io.quittance.fourway.entity.Facts.Booked;
import io.quittance.fourway.entity.Facts.Link;
import io.quittance.fourway.entity.Facts.Received;
import io.quittance.fourway.entity.Facts.Settled;
import io.quittance.fourway.entity.Faults.Arrived;
import io.quittance.fourway.entity.Faults.Planted;
import io.quittance.spi.bank.CreditorReference;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Whose it is, in how many pieces it comes, and when. */
final class OtherFaults {

    private OtherFaults() {
    }

    static void wrongPayer(Map<String, Function<CleanWeeks, Optional<Planted>>> faults) {
        faults.put("an invoice of another customer is settled", weeks -> Faults.any(weeks, weeks.settled, row -> row.amount().isPositive()
                && weeks.settled.stream().filter(other -> other.claim() == row.claim()).count() == 1).map(row -> {
                    Faults.replace(weeks.settled, row, new Settled(row.id(), row.invoice(), row.number(), row.claim(), row.customer() + 50,
                            row.payment(), row.amount(), row.day()));
                    return new Planted(Kind.PAYMENT, row.payment());
                }));
        faults.put("a transfer from another customer's account is credited", OtherFaults::stranger);
    }

    private static Optional<Planted> stranger(CleanWeeks weeks) {
        Optional<Banked> line = Faults.any(weeks, weeks.lines, one -> one.links().stream()
                .anyMatch(link -> link.kind() == Link.Kind.PAYMENT) && one.texts().getFirst().startsWith("thank you"));
        Optional<String> other = line.flatMap(one -> weeks.payers.entrySet().stream()
                .filter(known -> !known.getKey().equals(one.account()) && !known.getValue().containsValue(one.id()))
                .map(Map.Entry::getKey).findFirst());
        return other.map(account -> {
            Banked old = line.orElseThrow();
            Faults.replace(weeks.lines, old, new Banked(old.id(), old.day(), old.amount(), old.texts(), account, false, old.links()));
            return new Planted(Kind.LINE, old.id());
        });
    }

    static void split(Map<String, Function<CleanWeeks, Optional<Planted>>> faults) {
        faults.put("a payout comes in parts that do not say so", weeks -> Faults.anyArrived(weeks, OtherFaults::large).map(one -> {
            weeks.lines.remove(one.line());
            weeks.booked.remove(one.entry());
            parts(weeks, one.payout().arrivesOn(), one.payout().net(), 2 + weeks.random.nextInt(2));
            return new Planted(Kind.PAYOUT, one.payout().id());
        }));
        faults.put("a payout comes in parts of which one says so", weeks -> Faults.anyArrived(weeks, OtherFaults::large).map(one -> {
            Money first = CleanWeeks.part(one.payout().net(), 35);
            Faults.show(weeks, one, first);
            parts(weeks, one.payout().arrivesOn(), one.payout().net().minus(first), 2);
            return new Planted(Kind.PAYOUT, one.payout().id());
        }));
        faults.put("a transfer that was noted comes in parts", weeks -> Faults.any(weeks, weeks.received, Received::expected)
                .flatMap(payment -> weeks.lines.stream().filter(line -> line.links().isEmpty()
                        && line.amount().equals(payment.capture().orElseThrow().amount())).findFirst().map(line -> {
                            weeks.lines.remove(line);
                            parts(weeks, line.day(), line.amount(), 2);
                            return new Planted(Kind.PAYMENT, payment.id());
                        })));
    }

    private static boolean large(Facts.PaidOut payout) {
        return payout.net().minorUnits() > 1_000;
    }

    private static void parts(CleanWeeks weeks, LocalDate day, Money whole, int count) {
        Money left = whole;
        for (int i = 0; i < count; i++) {
            Money part = i + 1 == count ? left : CleanWeeks.part(left, 30 + weeks.random.nextInt(24));
            left = left.minus(part);
            weeks.lines.add(new Banked(weeks.id(), day.plusDays(i % 2), part, List.of("credit"), "", false, List.of()));
        }
    }

    static void merged(Map<String, Function<CleanWeeks, Optional<Planted>>> faults) {
        faults.put("two payouts come as one that names none", weeks -> merge(weeks, false));
        faults.put("two payouts come as one that names the first", weeks -> merge(weeks, true));
    }

    private static Optional<Planted> merge(CleanWeeks weeks, boolean names) {
        List<Arrived> all = Faults.arrived(weeks);
        Optional<Arrived> first = Faults.any(weeks, all, one -> partner(all, one).isPresent());
        return first.map(one -> {
            Arrived other = partner(all, one).orElseThrow();
            List.of(one, other).forEach(gone -> {
                weeks.lines.remove(gone.line());
                weeks.booked.remove(gone.entry());
            });
            Banked line = new Banked(weeks.id(), other.payout().arrivesOn(), one.payout().net().plus(other.payout().net()),
                    List.of(names ? "Payout " + one.payout().bankReference() : "credit"), "", false, List.of());
            weeks.lines.add(line);
            return new Planted(Kind.LINE, line.id());
        });
    }

    private static Optional<Arrived> partner(List<Arrived> all, Arrived one) {
        return all.stream().filter(other -> !other.equals(one) && other.payout().net().currency().equals(one.payout().net().currency())
                && Math.abs(other.payout().arrivesOn().toEpochDay() - one.payout().arrivesOn().toEpochDay()) <= 2).findFirst();
    }

    static void date(Map<String, Function<CleanWeeks, Optional<Planted>>> faults) {
        faults.put("a payout arrives late", weeks -> Faults.anyArrived(weeks, payout -> true).map(one -> {
            LocalDate late = one.payout().arrivesOn().plusDays(CleanWeeks.BANK_DAYS + 1 + weeks.random.nextInt(10));
            Banked line = new Banked(one.line().id(), late, one.line().amount(), one.line().texts(), one.line().account(), false,
                    one.line().links());
            Faults.replace(weeks.lines, one.line(), line);
            Faults.replace(weeks.booked, one.entry(), Faults.with(one.entry(), late, one.entry().lines()));
            return new Planted(Kind.PAYOUT, one.payout().id());
        }));
        faults.put("a payment is booked on another day", weeks -> Faults.any(weeks, weeks.received, payment -> true).map(payment -> {
            Booked entry = Faults.capture(weeks, payment);
            Faults.replace(weeks.booked, entry, Faults.with(entry, entry.day().plusDays(3 + weeks.random.nextInt(20)), entry.lines()));
            return new Planted(Kind.PAYMENT, payment.id());
        }));
        faults.put("an arrival is booked on another day", weeks -> Faults.anyArrived(weeks, payout -> true).map(one -> {
            Faults.replace(weeks.booked, one.entry(), Faults.with(one.entry(), one.entry().day().plusDays(5), one.entry().lines()));
            return new Planted(Kind.LINE, one.line().id());
        }));
    }

    static void foreign(Map<String, Function<CleanWeeks, Optional<Planted>>> faults) {
        faults.put("a transfer names another tenant's invoice", weeks -> Optional.of(weeks.id()).map(id -> {
            String body = Long.toString(id, Character.MAX_RADIX).toUpperCase(Locale.ROOT) + CleanWeeks.THEIRS;
            CreditorReference reference = CreditorReference.of(body);
            weeks.lines.add(new Banked(id, CleanWeeks.FROM.plusDays(weeks.random.nextInt(24)), weeks.amount("EUR"),
                    List.of("for you " + (weeks.oneIn(2) ? reference.grouped() : reference.value()) + " thanks"), "", false, List.of()));
            return new Planted(Kind.LINE, id);
        }));
        faults.put("a gateway reports another tenant's payment", weeks -> Faults.any(weeks, weeks.received, payment -> !payment.byHand())
                .map(payment -> {
                    Faults.replace(weeks.received, payment, new Received(payment.id(), payment.gateway(), payment.reference(),
                            payment.customer(), "q-" + payment.id() + "-" + CleanWeeks.THEIRS, payment.label(), payment.line(), false,
                            payment.moves()));
                    return new Planted(Kind.PAYMENT, payment.id());
                }));
    }
}
