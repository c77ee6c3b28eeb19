package io.quittance.allocation.control;

import io.quittance.Fault;
import io.quittance.allocation.AllocationId;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.Exchange;
import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.entity.ExchangePostings;
import io.quittance.allocation.entity.Realised;
import io.quittance.invoice.InvoiceId;
import io.quittance.ledger.AccountRole;
import io.quittance.ledger.Posting;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentMethod;
import io.quittance.payment.PaymentRow;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Money that settles claims in another currency. What came in goes from its account into currency clearing, and what it settles
 * goes out of there: each currency nets to zero by itself. The difference between the rate of the payment and the rate of each
 * invoice is realised share by share, so that what is left in clearing stands at the rates of the invoices.
 */
@ApplicationScoped
public class ExchangeBooks {

    private static final int LONGEST_SOURCE = 60;
    private static final int MOST_DIGITS = 12;

    @Inject
    ExchangeRows rows;
    @Inject
    ShareStore shares;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    List<Fault> faults(ManualPayment given, Exchange exchange) {
        List<Fault> faults = new ArrayList<>();
        if (exchange.into().equals(given.amount().currency())) {
            faults.add(Fault.of("exchange.into", exchange.into(), "exchange.same"));
        }
        rateFault("exchange.rate", exchange.rate()).ifPresent(faults::add);
        exchange.invoiceRate().flatMap(rate -> rateFault("exchange.invoiceRate", rate)).ifPresent(faults::add);
        if (exchange.source() == null || exchange.source().isBlank()) {
            faults.add(Fault.of("exchange.source", "", "exchange.source"));
        } else if (exchange.source().length() > LONGEST_SOURCE) {
            faults.add(Fault.of("exchange.source", exchange.source(), "text.tooLong", LONGEST_SOURCE));
        }
        if (exchange.date() == null || exchange.date().isAfter(tenant.get().today(clock))) {
            faults.add(Fault.of("exchange.date", exchange.date(), "payment.receivedInFuture"));
        }
        for (InvoiceId invoice : given.purpose()) {
            Optional<BigDecimal> stated = rows.rate(invoice, given.amount().currency());
            if (stated.isEmpty() && exchange.invoiceRate().isEmpty()) {
                faults.add(Fault.of("exchange.invoiceRate", "", "exchange.invoiceRate"));
            }
            exchange.invoiceRate().filter(rate -> stated.isPresent() && stated.get().compareTo(rate) != 0).ifPresent(rate ->
                    faults.add(Fault.of("exchange.invoiceRate", rate.toPlainString(), "exchange.otherRate",
                            stated.orElseThrow().stripTrailingZeros().toPlainString())));
        }
        if (faults.isEmpty() && !Realised.worth(given.amount(), exchange.rate(), exchange.into()).isPositive()) {
            faults.add(Fault.of("exchange.rate", exchange.rate().toPlainString(), "exchange.rate"));
        }
        return faults;
    }

    private static Optional<Fault> rateFault(String field, BigDecimal rate) {
        boolean sound = rate != null && rate.signum() > 0 && rate.stripTrailingZeros().scale() <= MOST_DIGITS
                && rate.precision() - rate.scale() <= MOST_DIGITS;
        return sound ? Optional.empty() : Optional.of(Fault.of(field, rate == null ? "" : rate.toPlainString(), "exchange.rate"));
    }

    /** Keeps how a payment was exchanged, and the rates of its invoices. @return the side of the money that came in */
    Posting exchanged(PaymentId payment, ManualPayment given, Exchange exchange) {
        rows.add(payment, given.amount(), exchange);
        exchange.invoiceRate().ifPresent(rate -> given.purpose().forEach(invoice ->
                rows.state(invoice, given.amount().currency(), rate, exchange.source())));
        AccountRole into = given.method() == PaymentMethod.CASH || given.method() == PaymentMethod.CHEQUE ? AccountRole.CASH_IN_TRANSIT
                : AccountRole.BANK;
        return ExchangePostings.in(payment, given.amount(), into, given.receivedOn(),
                exchange.rate().toPlainString() + ", " + exchange.source());
    }

    /**
     * The side of the money that came in, when a payment goes back: in parts that add up to all of it.
     *
     * @param payment as it was before
     * @param amount  in the payment's currency
     * @return empty for a payment in the currency of what it settles
     */
    public Optional<Posting> back(PaymentRow payment, String refund, Money amount, AccountRole from) {
        return rows.paid(payment.id()).flatMap(paid -> ExchangePostings.back(new ExchangePostings.Back(payment.id(), refund,
                payment.takenBack(), amount, payment.gross()), paid.amount(), from, tenant.get().today(clock)));
    }

    /**
     * What the shares of exchanged payments realise, now that they are stored. An invoice whose rate nobody stated is taken at
     * the rate of the payment: nothing is realised on it.
     */
    List<Posting> realised(Collection<AllocationRow> added, Set<PaymentId> exchanged, LocalDate day) {
        Map<AllocationId, AllocationRow> touched = new LinkedHashMap<>();
        added.stream().filter(row -> exchanged.contains(row.payment())).map(row -> row.takesBack().orElse(row.id()))
                .forEach(share -> touched.computeIfAbsent(share, id -> shares.find(id).orElseThrow()));
        return touched.values().stream().map(share -> realised(share, day)).flatMap(Optional::stream).toList();
    }

    private Optional<Posting> realised(AllocationRow share, LocalDate day) {
        ExchangeRows.Paid paid = rows.paid(share.payment()).orElseThrow();
        Optional<BigDecimal> invoiceRate = rows.rate(share.invoice(), paid.amount().currency());
        if (invoiceRate.isEmpty()) {
            return Optional.empty();
        }
        Money now = Realised.on(share.left(), paid.rate(), invoiceRate.get(), paid.amount().currency());
        Money by = now.minus(rows.realised(share.id(), now.currency()));
        if (by.isZero()) {
            return Optional.empty();
        }
        long id = rows.realise(share.id(), by);
        return Optional.of(ExchangePostings.difference(share.payment(), id, by, paid.rate().compareTo(invoiceRate.get()) > 0, day));
    }
}
