package io.quittance.fourway.entity;

import io.quittance.fourway.entity.Facts.Banked;
import io.quittance.fourway.entity.Facts.Link;
import io.quittance.fourway.entity.Facts.PaidOut;
import io.quittance.fourway.entity.Facts.Received;
import io.quittance.ledger.AccountRole;
import io.quittance.payment.PaymentRow;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;

/** What the bank shows in weeks without a fault. */
final class BankWeeks {

    private final CleanWeeks weeks;
    private final Random random;

    BankWeeks(CleanWeeks weeks) {
        this.weeks = weeks;
        this.random = weeks.random;
    }

    void run() {
        arrivals();
        for (LocalDate day = CleanWeeks.FROM; day.isBefore(CleanWeeks.TODAY); day = day.plusDays(1)) {
            transfers(day);
            noted(day);
            collected(day);
            line(day, CleanWeeks.part(weeks.amount("EUR"), 3).negated(), "Rent and coffee " + day, List.of());
        }
    }

    private Banked line(LocalDate day, Money amount, String text, List<Link> links) {
        Banked line = new Banked(weeks.id(), day, amount, List.of(text), "", false, links);
        weeks.lines.add(line);
        return line;
    }

    /** One by one, now and then in two parts or two as one, each of which says so. */
    private void arrivals() {
        List<PaidOut> left = new ArrayList<>(weeks.payouts);
        while (!left.isEmpty()) {
            PaidOut payout = left.removeFirst();
            LocalDate day = payout.arrivesOn().plusDays(random.nextInt(3));
            if (day.isAfter(CleanWeeks.TODAY) || payout.net().isZero()) {
                continue;
            }
            PaidOut next = left.isEmpty() ? payout : left.getFirst();
            if (weeks.oneIn(8) && payout.net().isPositive()) {
                Money first = CleanWeeks.part(payout.net(), 30 + random.nextInt(40));
                weeks.brought(day, first, "Part 1, " + payout.bankReference(), List.of(payout));
                weeks.brought(day.plusDays(1), payout.net().minus(first), "Part 2, " + payout.bankReference(), List.of(payout));
            } else if (weeks.oneIn(8) && next != payout && next.net().currency().equals(payout.net().currency())
                    && Math.abs(next.arrivesOn().toEpochDay() - payout.arrivesOn().toEpochDay()) <= 1) {
                left.removeFirst();
                weeks.brought(day, payout.net().plus(next.net()), payout.bankReference() + ", " + next.bankReference(),
                        List.of(payout, next));
            } else {
                weeks.brought(day, payout.net(), "Payout " + payout.bankReference() + " with thanks", List.of(payout));
            }
        }
    }

    private void transfers(LocalDate day) {
        for (int i = random.nextInt(3); i > 0; i--) {
            long customer = 1 + random.nextInt(6);
            long lineId = weeks.id();
            Money amount = weeks.amount(weeks.oneIn(4) ? "USD" : "EUR");
            Received payment = weeks.take(PaymentRow.BY_HAND, customer, day, amount, Money.zero(amount.currency()), AccountRole.BANK,
                    lineId, false);
            String text = weeks.settled.stream().filter(row -> row.payment() == payment.id()).findFirst().orElseThrow().number();
            weeks.lines.add(new Banked(lineId, day, amount, List.of(weeks.oneIn(2) ? "Invoice " + text : "thank you " + lineId),
                    CleanWeeks.account(customer), false, List.of(new Link(Link.Kind.PAYMENT, payment.id()))));
            weeks.payers.computeIfAbsent(CleanWeeks.account(customer), account -> new HashMap<>()).putIfAbsent(customer, lineId);
        }
    }

    /** Noted by our people before the bank shows it; and cash, which it never shows one by one. */
    private void noted(LocalDate day) {
        if (weeks.oneIn(3)) {
            Money amount = weeks.amount("EUR");
            weeks.take(PaymentRow.BY_HAND, 1 + random.nextInt(6), day, amount, Money.zero(amount.currency()), AccountRole.BANK, 0, true);
            LocalDate shown = day.plusDays(random.nextInt(3));
            if (!shown.isAfter(CleanWeeks.TODAY)) {
                line(shown, amount, "transfer of " + day, List.of());
            }
        }
        if (weeks.oneIn(3)) {
            Money amount = weeks.amount("EUR");
            weeks.take(PaymentRow.BY_HAND, 1 + random.nextInt(6), day, amount, Money.zero(amount.currency()), AccountRole.CASH_IN_TRANSIT,
                    0, false);
        }
    }

    /** Collections of several as one line, of which one comes back, with the bank's charge. */
    private void collected(LocalDate day) {
        if (!weeks.oneIn(4)) {
            return;
        }
        long lineId = weeks.id();
        Money none = Money.ofMinor(0, "EUR");
        Money sum = none;
        List<Received> some = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Money amount = weeks.amount("EUR");
            sum = sum.plus(amount);
            some.add(weeks.take(PaymentRow.BY_HAND, 1 + random.nextInt(6), day, amount, none, AccountRole.BANK, lineId, false));
        }
        weeks.lines.add(new Banked(lineId, day, sum, List.of("COLLECTION " + lineId), "", false,
                List.of(new Link(Link.Kind.ORDER, lineId))));
        LocalDate back = day.plusDays(2);
        if (weeks.oneIn(2) && !back.isAfter(CleanWeeks.TODAY)) {
            Money amount = some.getFirst().capture().orElseThrow().amount();
            Money charge = Money.ofMinor(300, "EUR");
            weeks.giveBack(some.getFirst(), "disputed:return-" + lineId, back, amount, charge, AccountRole.BANK);
            weeks.lines.add(new Banked(weeks.id(), back, amount.plus(charge).negated(), List.of("RETURN " + lineId), "", true,
                    List.of(new Link(Link.Kind.ORDER, some.getFirst().id()))));
        }
    }
}
