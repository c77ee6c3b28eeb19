package io.quittance.simulation;

import io.quittance.allocation.AllocationId;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.control.Booking;
import io.quittance.allocation.entity.ExchangePostings;
import io.quittance.allocation.entity.Realised;
import io.quittance.allocation.entity.StandingShares;
import io.quittance.invoice.InvoiceId;
import io.quittance.ledger.AccountRole;
import io.quittance.payment.PaymentId;
import io.quittance.payment.entity.Payment;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Money of another currency by the product's decisions. */
final class Exchanges {

    private final Tables tables;
    private final Decisions decisions;
    private final Map<PaymentId, Paid> paid = new HashMap<>();
    private final Map<String, BigDecimal> rates = new HashMap<>();
    private final Map<AllocationId, Money> realised = new HashMap<>();

    /** What came in, and at which rate it settles. */
    private record Paid(Money amount, BigDecimal rate) {
    }

    Exchanges(Tables tables, Decisions decisions) {
        this.tables = tables;
        this.decisions = decisions;
    }

    /** What the money is worth in the invoice's currency; empty when the step does not fit. */
    Optional<Money> worth(Step.Exchanged step) {
        Optional<BigDecimal> stated = Optional.ofNullable(rates.get(key(new InvoiceId(step.invoice()), step.paidIn())));
        Optional<BigDecimal> given = Optional.of(step.invoiceRate()).filter(rate -> !rate.isEmpty()).map(BigDecimal::new);
        boolean contradicts = stated.isPresent() && given.isPresent() && stated.get().compareTo(given.get()) != 0;
        if (contradicts || stated.isEmpty() && given.isEmpty() || step.paidIn().equals(step.into())) {
            return Optional.empty();
        }
        return Optional.of(Realised.worth(Money.ofMinor(step.paid(), step.paidIn()), new BigDecimal(step.rate()),
                Currency.getInstance(step.into()))).filter(Money::isPositive);
    }

    void comesIn(PaymentId payment, Step.Exchanged step) {
        Money amount = Money.ofMinor(step.paid(), step.paidIn());
        tables.put(paid, payment, new Paid(amount, new BigDecimal(step.rate())));
        String key = key(new InvoiceId(step.invoice()), step.paidIn());
        if (!step.invoiceRate().isEmpty() && !rates.containsKey(key)) {
            tables.put(rates, key, new BigDecimal(step.invoiceRate()));
        }
        tables.post(ExchangePostings.in(payment, amount, AccountRole.BANK, tables.today(), step.rate() + ", simulation"));
    }

    private static String key(InvoiceId invoice, String currency) {
        return invoice + " " + currency;
    }

    void goesBack(Payment before, String refund, Money amount) {
        if (before.exchanged()) {
            ExchangePostings.back(new ExchangePostings.Back(before.id(), refund, before.taken(), amount, before.gross()),
                    paid.get(before.id()).amount(), AccountRole.BANK, tables.today()).ifPresent(tables::post);
        }
    }

    void realise(Booking booking) {
        Set<AllocationId> touched = new LinkedHashSet<>();
        booking.added().stream().filter(row -> booking.exchanged().contains(row.payment()))
                .forEach(row -> touched.add(row.takesBack().orElse(row.id())));
        booking.exchanged().forEach(payment -> tables.rows(payment).stream().filter(row -> touched.contains(row.id()))
                .forEach(this::realise));
    }

    private void realise(AllocationRow share) {
        Paid money = paid.get(share.payment());
        Currency currency = money.amount().currency();
        BigDecimal invoiceRate = rates.get(key(share.invoice(), currency.getCurrencyCode()));
        if (invoiceRate == null) {
            return;
        }
        Money stands = new StandingShares(tables.rows(share.payment())).left(share);
        Money now = decisions.realised(stands, money.rate(), invoiceRate, currency);
        Money by = now.minus(realised.getOrDefault(share.id(), Money.zero(currency)));
        if (!by.isZero()) {
            tables.put(realised, share.id(), now);
            tables.post(ExchangePostings.difference(share.payment(), tables.nextNumber(), by, money.rate().compareTo(invoiceRate) > 0,
                    tables.today()));
        }
    }
}
