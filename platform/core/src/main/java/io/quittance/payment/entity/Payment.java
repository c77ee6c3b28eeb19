package io.quittance.payment.entity;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceId;
import io.quittance.ledger.AccountRole;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentMethod;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.PaymentState;
import io.quittance.payment.Receipt;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.MethodKind;
import io.quittance.spi.gateway.Occurrence;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PaymentEvent.Captured;
import io.quittance.spi.gateway.PaymentEvent.Refunded;
import io.quittance.spi.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A payment as it stands.
 *
 * @param purpose   the invoice that the payer meant, where it is known
 * @param exchanged whether it came in another currency than it settles
 */
public record Payment(PaymentId id, String gateway, String reference, Optional<CustomerId> customer, Optional<InvoiceId> purpose,
        PaymentMethod method, String label, PaymentState state, Money gross, Money fee, Money taken, Money unapplied,
        Optional<LocalDate> receivedOn, Instant firstSeenAt, boolean exchanged) {

    /** One in the currency of what it settles. */
    public Payment(PaymentId id, String gateway, String reference, Optional<CustomerId> customer, Optional<InvoiceId> purpose,
            PaymentMethod method, String label, PaymentState state, Money gross, Money fee, Money taken, Money unapplied,
            Optional<LocalDate> receivedOn, Instant firstSeenAt) {
        this(id, gateway, reference, customer, purpose, method, label, state, gross, fee, taken, unapplied, receivedOn, firstSeenAt, false);
    }

    /** One that a gateway just told us of. */
    public static Payment heardOf(PaymentId id, String gateway, String reference, Money gross, Instant now) {
        Money none = Money.zero(gross.currency());
        return new Payment(id, gateway, reference, Optional.empty(), Optional.empty(), PaymentMethod.OTHER, "", PaymentState.PENDING, gross,
                none, none, none, Optional.empty(), now, false);
    }

    /** What its history says now. */
    public Payment as(PaymentHistory history, ZoneId zone) {
        Optional<Captured> captured = history.captured();
        return new Payment(id, gateway, reference, customer, purpose,
                captured.map(Captured::method).map(PaymentMethod::of).orElse(method),
                captured.map(Captured::label).orElse(label),
                history.state(),
                captured.map(Captured::gross).orElse(gross),
                captured.map(Captured::fee).orElse(fee),
                history.takenBack(), unapplied,
                captured.map(event -> LocalDate.ofInstant(event.occurrence().at(), zone)), firstSeenAt, exchanged);
    }

    /** The same, once it is known for what it was meant. What was known before stays, also that a person took the purpose back. */
    public Payment meantFor(InvoiceId invoice, CustomerId owner) {
        return customer.isPresent() ? this : new Payment(id, gateway, reference, Optional.of(owner), Optional.of(invoice), method, label,
                state, gross, fee, taken, unapplied, receivedOn, firstSeenAt, exchanged);
    }

    /** All that happened to it. One that our people took in has no events of a gateway: it was captured on the day they noted. */
    public PaymentHistory history(List<PaymentEvent> known, ZoneId zone) {
        if (!gateway.equals(PaymentRow.BY_HAND)) {
            return new PaymentHistory(known);
        }
        List<PaymentEvent> all = new ArrayList<>(known);
        all.add(new Captured(new Occurrence(name(), Optional.empty(), receivedOn.orElseThrow().atStartOfDay(zone).toInstant(), 0), gross,
                fee, MethodKind.OTHER, label));
        return new PaymentHistory(all);
    }

    /** What our people gave back of it past the gateway. @param refund our name for it */
    public PaymentEvent refunded(String refund, Money amount, Instant now) {
        return new Refunded(new Occurrence(name(), Optional.empty(), now, now.toEpochMilli()), new GatewayPaymentId(refund), amount,
                Money.zero(amount.currency()));
    }

    /** That its payer's bank took all or a part of it back for good. @param name our name for that @param fee what this cost us */
    public List<PaymentEvent> chargedBack(String name, Money amount, Money fee, String reason, Instant at) {
        GatewayPaymentId dispute = new GatewayPaymentId(name);
        long sequence = at.toEpochMilli();
        return List.of(
                new PaymentEvent.Disputed(new Occurrence(name(), Optional.empty(), at, sequence), dispute, amount, fee, reason,
                        Optional.empty()),
                new PaymentEvent.DisputeClosed(new Occurrence(name(), Optional.empty(), at, sequence + 1), dispute, false,
                        Money.zero(amount.currency())));
    }

    private GatewayPaymentId name() {
        return new GatewayPaymentId(gateway.equals(PaymentRow.BY_HAND) ? gateway + "-" + id : reference);
    }

    /** After more went back; what came in is as it was. */
    public Payment gaveBack(PaymentHistory history) {
        return new Payment(id, gateway, reference, customer, purpose, method, label, history.state(), gross, fee, history.takenBack(),
                unapplied, receivedOn, firstSeenAt, exchanged);
    }

    public Receipt receipt() {
        return new Receipt(id, customer, purpose.map(List::of).orElse(List.of()), unapplied, account(),
                gateway.equals(PaymentRow.BY_HAND) ? label : "");
    }

    private AccountRole account() {
        if (!gateway.equals(PaymentRow.BY_HAND)) {
            return AccountRole.GATEWAY_CLEARING;
        }
        if (exchanged) {
            return AccountRole.CURRENCY_CLEARING;
        }
        return method == PaymentMethod.CASH || method == PaymentMethod.CHEQUE ? AccountRole.CASH_IN_TRANSIT : AccountRole.BANK;
    }
}
