package io.quittance.allocation.control;

import io.quittance.Fault;
import io.quittance.allocation.Exchange;
import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.entity.Realised;
import io.quittance.customer.boundary.Customers;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.ledger.boundary.Journal;
import io.quittance.payment.HandMadePayment;
import io.quittance.payment.MovedPayment;
import io.quittance.payment.PaymentId;
import io.quittance.payment.Receipt;
import io.quittance.payment.boundary.Receipts;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Judges payments recorded by hand, enters those that are sound and allocates them. */
@ApplicationScoped
public class HandRecording {

    private static final int LONGEST_REFERENCE = 140;

    @Inject
    Receipts receipts;
    @Inject
    Customers customers;
    @Inject
    Settlement settlement;
    @Inject
    ExchangeBooks exchanges;
    @Inject
    Journal journal;
    @Inject
    MoneyFlow flow;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    public List<RecordOutcome> recordAll(List<ManualPayment> payments) {
        return payments.stream().map(this::record).toList();
    }

    private RecordOutcome record(ManualPayment given) {
        List<Fault> faults = faults(given);
        if (!faults.isEmpty()) {
            return new RecordOutcome.Refused(faults);
        }
        HandMadePayment payment = new HandMadePayment(given.key(), given.customer(), worth(given), given.method(), given.receivedOn(),
                given.reference(), given.exchange().isPresent());
        Optional<MovedPayment> moved = receipts.enter(payment);
        if (moved.isEmpty()) {
            return repeated(payment);
        }
        Receipt plain = moved.get().receipt();
        Receipt receipt = new Receipt(plain.id(), plain.customer(), given.purpose(), plain.unapplied(), plain.account(),
                given.reference());
        given.exchange().ifPresent(exchange -> journal.post(exchanges.exchanged(receipt.id(), given, exchange)));
        Booking booking = flow.book(List.of(new MovedPayment(receipt, moved.get().moves())), given.restToOldest());
        return new RecordOutcome.Recorded(receipt.id(), booking.sharesOf(receipt.id()), booking.unapplied().get(receipt.id()));
    }

    /** What it settles. */
    private static Money worth(ManualPayment given) {
        return given.exchange().map(exchange -> Realised.worth(given.amount(), exchange.rate(), exchange.into())).orElse(given.amount());
    }

    private RecordOutcome repeated(HandMadePayment payment) {
        PaymentId earlier = receipts.idByHand(payment.key()).orElseThrow();
        return receipts.byHand(payment.key()).filter(payment::equals).isPresent()
                ? new RecordOutcome.AlreadyRecorded(earlier)
                : new RecordOutcome.Refused(List.of(Fault.of("key", payment.key(), "payment.keyUsed")));
    }

    private List<Fault> faults(ManualPayment given) {
        List<Fault> faults = new ArrayList<>();
        if (given.key() == null || !given.key().matches("[\\x21-\\x7e]{1,128}")) {
            faults.add(Fault.of("key", given.key(), "payment.key"));
        }
        if (!given.amount().isPositive()) {
            faults.add(Fault.of("amount", given.amount().toDecimal().toPlainString(), "payment.amountNotPositive"));
        }
        if (given.receivedOn().isAfter(tenant.get().today(clock))) {
            faults.add(Fault.of("receivedOn", given.receivedOn(), "payment.receivedInFuture"));
        }
        if (given.reference().length() > LONGEST_REFERENCE) {
            faults.add(Fault.of("reference", given.reference(), "payment.referenceTooLong", LONGEST_REFERENCE));
        }
        if (customers.find(given.customer()).isEmpty()) {
            faults.add(Fault.of("customer", given.customer(), "payment.unknownCustomer"));
        }
        given.exchange().ifPresent(exchange -> faults.addAll(exchanges.faults(given, exchange)));
        for (int i = 0; i < given.purpose().size(); i++) {
            purposeFault(given, given.purpose().get(i), "purpose[" + i + "]").ifPresent(faults::add);
        }
        return faults;
    }

    private Optional<Fault> purposeFault(ManualPayment given, InvoiceId invoice, String field) {
        List<OpenClaim> claims = settlement.claims(invoice);
        if (claims.isEmpty() || !claims.getFirst().customer().equals(given.customer())) {
            return Optional.of(Fault.of(field, invoice, "payment.unknownInvoice"));
        }
        OpenClaim any = claims.getFirst();
        Currency settles = given.exchange().map(Exchange::into).orElse(given.amount().currency());
        return any.claimed().currency().equals(settles) ? Optional.empty()
                : Optional.of(Fault.of(field, any.number(), "payment.currencyDiffers", any.claimed().currency(), settles));
    }
}
