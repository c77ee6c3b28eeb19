package io.quittance.fourway.entity;

import io.quittance.fourway.entity.Facts.Booked;
import io.quittance.fourway.entity.Facts.Moved;
import io.quittance.fourway.entity.Facts.PaidOut;
import io.quittance.fourway.entity.Facts.Posted;
import io.quittance.fourway.entity.Facts.Received;
import io.quittance.ledger.AccountRole;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.PaymentEvent.Conversion;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/** What gateways do in weeks without a fault. */
final class GatewayWeeks {

    private final CleanWeeks weeks;
    private final Random random;

    GatewayWeeks(CleanWeeks weeks) {
        this.weeks = weeks;
        this.random = weeks.random;
    }

    /** How a gateway pays out. */
    private record Habit(String gateway, String currency, int everyDays, boolean feesPerPayment, boolean lists, boolean reserves,
            boolean exchanges) {
    }

    void run() {
        pay(new Habit("daily", "EUR", 1, true, true, true, true));
        pay(new Habit("weekly", "USD", 7, false, true, false, false));
        pay(new Habit("yen", "JPY", 2, true, true, false, false));
        pay(new Habit("wallet", "EUR", 3, true, false, false, false));
    }

    private void pay(Habit habit) {
        List<Received> open = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        List<PoolItem> pool = new ArrayList<>();
        Money held = Money.ofMinor(0, habit.currency());
        int quiet = habit.everyDays() == 7 ? 4 : 2;
        for (LocalDate day = CleanWeeks.FROM; !day.isAfter(CleanWeeks.TODAY); day = day.plusDays(1)) {
            for (int i = random.nextInt(3); i > 0; i--) {
                Received payment = captured(habit, day);
                open.add(payment);
                ids.add(payment.id());
            }
            somethingElse(habit, day, ids, pool);
            if ((day.toEpochDay() - CleanWeeks.FROM.toEpochDay()) % habit.everyDays() == 0
                    && day.isAfter(CleanWeeks.FROM.plusDays(quiet))) {
                LocalDate cutOff = day.minusDays(1);
                List<Received> batch = open.stream().map(one -> now(one.id()))
                        .filter(one -> !one.capture().orElseThrow().day().isAfter(cutOff)).toList();
                List<PoolItem> others = pool.stream().filter(item -> !item.day().isAfter(cutOff)).toList();
                if (!batch.isEmpty()) {
                    open.removeIf(one -> batch.stream().anyMatch(other -> other.id() == one.id()));
                    pool.removeAll(others);
                    held = payout(habit, day, batch, others, held);
                }
            }
        }
    }

    /** What is in some payout without being named. */
    private record PoolItem(LocalDate day, Money gross, Money fee) {
    }

    private Received now(long id) {
        return weeks.received.stream().filter(one -> one.id() == id).findFirst().orElseThrow();
    }

    private Received captured(Habit habit, LocalDate day) {
        boolean other = habit.exchanges() && weeks.oneIn(4);
        Money amount = weeks.amount(other ? "USD" : habit.currency());
        Money fee = other || !habit.feesPerPayment() ? Money.zero(amount.currency()) : CleanWeeks.part(amount, 2);
        return weeks.take(habit.gateway(), 1 + random.nextInt(6), day, amount, fee, AccountRole.GATEWAY_CLEARING, 0, false);
    }

    private void somethingElse(Habit habit, LocalDate day, List<Long> ids, List<PoolItem> pool) {
        Money none = Money.ofMinor(0, habit.currency());
        if (!ids.isEmpty() && weeks.oneIn(3)) {
            Received payment = now(ids.get(random.nextInt(ids.size())));
            Money whole = payment.capture().orElseThrow().amount();
            boolean earlier = payment.moves().size() == 1 && payment.capture().orElseThrow().day().isBefore(day);
            if (earlier && whole.currency().equals(none.currency())) {
                boolean dispute = weeks.oneIn(3);
                Money amount = weeks.oneIn(2) ? whole : CleanWeeks.part(whole, 10 + random.nextInt(80));
                Money fee = dispute ? Money.ofMinor(1500, habit.currency()) : none;
                Received after = weeks.giveBack(payment, (dispute ? "disputed:d" : "refunded:r") + weeks.id(), day, amount, fee,
                        AccountRole.GATEWAY_CLEARING);
                pool.add(new PoolItem(day, amount.negated(), fee));
                if (dispute && weeks.oneIn(2)) {
                    weeks.comesAgain(after, "dispute-closed:d" + weeks.id(), day, amount);
                    pool.add(new PoolItem(day, amount, none));
                }
            }
        }
        if (habit.feesPerPayment() && weeks.oneIn(6)) {
            Money fee = Money.ofMinor(500 + random.nextInt(900), habit.currency());
            charge(habit, day, "month-" + weeks.id(), fee);
            pool.add(new PoolItem(day, none, fee));
        }
    }

    private void charge(Habit habit, LocalDate day, String name, Money fee) {
        weeks.booked.add(new Booked(weeks.id(), "fee:" + habit.gateway() + ":" + name, "fee", 0, OptionalLong.empty(), day, List.of(
                new Posted(AccountRole.FEES, fee, 0, 0), new Posted(AccountRole.GATEWAY_CLEARING, fee.negated(), 0, 0))));
    }

    /** @return what is held in reserve now */
    private Money payout(Habit habit, LocalDate day, List<Received> batch, List<PoolItem> others, Money held) {
        Money none = Money.ofMinor(0, habit.currency());
        long id = weeks.id();
        String reference = "po-" + id;
        List<Conversion> conversions = new ArrayList<>();
        Money gross = none;
        Money fee = none;
        for (Received payment : batch) {
            Moved capture = payment.capture().orElseThrow();
            if (capture.amount().currency().equals(none.currency())) {
                gross = gross.plus(capture.amount());
                fee = fee.plus(capture.fee());
            } else {
                Conversion conversion = converted(payment, capture.amount(), none.currency());
                conversions.add(conversion);
                gross = gross.plus(conversion.settled());
            }
        }
        for (PoolItem item : others) {
            gross = gross.plus(item.gross());
            fee = fee.plus(item.fee());
        }
        if (!habit.feesPerPayment()) {
            Money all = CleanWeeks.part(gross.abs(), 3);
            charge(habit, day, reference, all);
            fee = fee.plus(all);
        }
        Money reserve = !habit.reserves() || !gross.isPositive() ? none
                : held.isPositive() && weeks.oneIn(2) ? held.negated() : CleanWeeks.part(gross, 5);
        LocalDate arrives = day.plusDays(random.nextInt(2));
        PaidOut payout = new PaidOut(id, habit.gateway(), reference, "BATCH " + id, gross, fee, reserve, gross.minus(fee).minus(reserve),
                arrives, habit.lists() ? batch.stream().map(Received::reference).toList() : List.of(), conversions);
        weeks.payouts.add(payout);
        if (!conversions.isEmpty()) {
            weeks.booked.add(exchange(payout));
        }
        return held.plus(reserve);
    }

    private Conversion converted(Received payment, Money paid, Currency into) {
        BigDecimal rate = new BigDecimal("0.9").add(BigDecimal.valueOf(random.nextInt(9_999), 6));
        return new Conversion(new GatewayPaymentId(payment.reference()), paid,
                Money.of(paid.toDecimal().multiply(rate), into, RoundingMode.HALF_UP), rate);
    }

    private Booked exchange(PaidOut payout) {
        List<Posted> posted = new ArrayList<>();
        for (Conversion conversion : payout.conversions()) {
            CleanWeeks.add(posted, AccountRole.GATEWAY_CLEARING, conversion.paid().negated(), 0, 0);
            CleanWeeks.add(posted, AccountRole.CURRENCY_CLEARING, conversion.paid(), 0, 0);
            CleanWeeks.add(posted, AccountRole.GATEWAY_CLEARING, conversion.settled(), 0, 0);
            CleanWeeks.add(posted, AccountRole.CURRENCY_CLEARING, conversion.settled().negated(), 0, 0);
        }
        return new Booked(weeks.id(), "payout:" + payout.id() + ":exchanged", "payout", payout.id(), OptionalLong.empty(),
                payout.arrivesOn(), posted);
    }
}
