package io.quittance.fourway.entity;

import io.quittance.fourway.Reason;
import io.quittance.fourway.RecordRef;
import io.quittance.fourway.entity.Facts.Booked;
import io.quittance.fourway.entity.Facts.PaidOut;
import io.quittance.fourway.entity.Facts.Received;
import io.quittance.ledger.AccountRole;
import io.quittance.spi.gateway.PaymentEvent.Conversion;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds what a payout says it exchanged against its own rate, against what was paid, and against the journal. */
final class Conversions {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Findings findings;

    Conversions(Findings findings) {
        this.findings = findings;
    }

    /** @param entries that the payout caused */
    void judge(Batch batch, List<Booked> entries) {
        PaidOut payout = batch.payout();
        if (payout.conversions().isEmpty()) {
            return;
        }
        for (Conversion conversion : payout.conversions()) {
            List<Received> paid = batch.captures().stream()
                    .filter(one -> one.reference().equals(conversion.payment().value())).toList();
            paid.stream().filter(one -> one.capture().filter(move -> !move.amount().equals(conversion.paid())).isPresent())
                    .forEach(one -> note(Reason.CONVERTED_OTHERWISE, payout, conversion, Findings.ref(one)));
            if (paid.isEmpty() || paid.getFirst().capture().filter(move -> move.amount().equals(conversion.paid())).isPresent()) {
                if (!follows(conversion)) {
                    note(Reason.RATE_MAKES_ANOTHER, payout, conversion, Findings.ref(payout));
                }
            }
        }
        booked(payout, entries);
    }

    private void note(Reason reason, PaidOut payout, Conversion conversion, RecordRef record) {
        Money off = conversion.settled().minus(worth(conversion));
        findings.add(reason, payout.id() + ":" + conversion.payment(), payout.arrivesOn(),
                off.isZero() ? conversion.settled() : off, List.of(record, Findings.ref(payout)),
                payout.reference(), conversion.paid().toString(), conversion.settled().toString(), conversion.rate().toPlainString());
    }

    private static Money worth(Conversion conversion) {
        return Money.of(conversion.paid().toDecimal().multiply(conversion.rate()), conversion.settled().currency(),
                RoundingMode.HALF_EVEN);
    }

    /** Gateways round by themselves, and state a rate with a bounded number of digits. */
    private static boolean follows(Conversion conversion) {
        Currency into = conversion.settled().currency();
        BigDecimal unit = BigDecimal.ONE.movePointLeft(into.getDefaultFractionDigits());
        BigDecimal slack = unit.add(conversion.rate().ulp().multiply(HALF).multiply(conversion.paid().toDecimal().abs()));
        BigDecimal made = conversion.paid().toDecimal().multiply(conversion.rate());
        return made.subtract(conversion.settled().toDecimal()).abs().compareTo(slack) <= 0;
    }

    private void booked(PaidOut payout, List<Booked> entries) {
        Map<Currency, Money> wanted = new HashMap<>();
        payout.conversions().forEach(conversion -> {
            wanted.merge(conversion.settled().currency(), conversion.settled(), Money::plus);
            wanted.merge(conversion.paid().currency(), conversion.paid().negated(), Money::plus);
        });
        boolean agrees = wanted.entrySet().stream().allMatch(side -> entries.stream()
                .map(entry -> entry.of(AccountRole.GATEWAY_CLEARING, side.getKey()))
                .reduce(Money.zero(side.getKey()), Money::plus).equals(side.getValue()));
        if (!agrees) {
            findings.add(entries.isEmpty() ? Reason.EXCHANGE_NOT_BOOKED : Reason.EXCHANGE_BOOKED_OTHERWISE,
                    "payout:" + payout.id(), payout.arrivesOn(), wanted.get(payout.net().currency()),
                    List.of(Findings.ref(payout)), payout.reference());
        }
    }
}
