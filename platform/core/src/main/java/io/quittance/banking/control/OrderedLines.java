package io.quittance.banking.control;

import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.allocation.boundary.Receiving;
import io.quittance.audit.AuditTrail;
import io.quittance.banking.BankOrder;
import io.quittance.banking.OrderState;
import io.quittance.invoice.HoldKind;
import io.quittance.invoice.boundary.InvoiceHolds;
import io.quittance.live.LiveChanges;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentMethod;
import io.quittance.reconciliation.AnnouncedLines;
import io.quittance.reconciliation.LineExplained;
import io.quittance.reconciliation.MatchKind;
import io.quittance.reconciliation.StatementLine;
import io.quittance.refund.boundary.RefundTransfers;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lines of statements that our orders have caused: collections and transfers that the bank has carried out, one by one or a group as
 * one line, and collections that came back.
 */
@ApplicationScoped
public class OrderedLines implements AnnouncedLines {

    @Inject
    OrderRows orders;
    @Inject
    ManualPayments payments;
    @Inject
    Receiving receiving;
    @Inject
    InvoiceHolds holds;
    @Inject
    RefundTransfers refunds;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges live;

    @Override
    public Optional<LineExplained> explain(StatementLine line) {
        Set<String> names = Names.in(line.texts());
        if (names.isEmpty() || line.bookedOn().isAfter(tenant.get().today(clock))) {
            return Optional.empty();
        }
        List<BankOrder> meant = orders.named(names);
        if (meant.isEmpty()) {
            meant = orders.grouped(names);
        }
        List<BankOrder> debits = meant.stream().filter(order -> order.debit().isPresent()).toList();
        List<BankOrder> transfers = meant.stream().filter(order -> order.refund().isPresent()).toList();
        if (line.amount().isPositive()) {
            return of(debits, OrderState.SENT).flatMap(sent -> collected(line, sent));
        }
        return of(debits, OrderState.SETTLED).map(settled -> returned(line, settled))
                .or(() -> of(transfers, OrderState.SENT).map(sent -> transferred(line, sent)));
    }

    private static Optional<List<BankOrder>> of(List<BankOrder> meant, OrderState state) {
        List<BankOrder> found = meant.stream().filter(order -> order.state() == state).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    private Optional<LineExplained> collected(StatementLine line, List<BankOrder> sent) {
        Money sum = sum(sent);
        if (!sum.equals(line.amount())) {
            return Optional.of(new LineExplained.Differs(MatchKind.DEBIT, sent.getFirst().id(), sum));
        }
        List<PaymentId> seen = new ArrayList<>();
        for (BankOrder order : sent) {
            BankOrder.Debit debit = order.debit().orElseThrow();
            PaymentId payment = recorded(payments.record(new ManualPayment("debit:" + order.endToEnd(), order.customer().orElseThrow(),
                    order.amount(), PaymentMethod.DIRECT_DEBIT, line.bookedOn(), order.endToEnd(), List.of(debit.invoice()), false)));
            settled(order, line, Optional.of(payment));
            if (!orders.inFlight(debit.invoice())) {
                holds.lift(debit.invoice(), HoldKind.PAYMENT_IN_FLIGHT);
            }
            seen.add(payment);
        }
        return Optional.of(new LineExplained.Booked(MatchKind.DEBIT, sent.getFirst().id(), seen));
    }

    private static PaymentId recorded(RecordOutcome outcome) {
        return switch (outcome) {
            case RecordOutcome.Recorded recorded -> recorded.payment();
            case RecordOutcome.AlreadyRecorded earlier -> earlier.payment();
            case RecordOutcome.Refused refused ->
                    throw new IllegalStateException("what was collected is not recorded: " + refused.faults());
        };
    }

    /** Returned in full, as the schemes have it; what the line says beyond that is our bank's charge. */
    private LineExplained returned(StatementLine line, List<BankOrder> settled) {
        Money sum = sum(settled);
        Money charge = line.amount().negated().minus(sum);
        if (charge.isNegative() || charge.isPositive() && charge.compareTo(sum) > 0) {
            return new LineExplained.Differs(MatchKind.DEBIT_RETURN, settled.getFirst().id(), sum.negated());
        }
        Money fee = charge;
        String reason = line.returnReason().isEmpty() ? "?" : line.returnReason();
        for (BankOrder order : settled) {
            receiving.chargeBack(order.payment().orElseThrow(), "return-" + order.endToEnd(), order.amount(), fee, reason, line.bookedOn());
            orders.leave(order.id(), OrderState.SETTLED,
                    new OrderRows.Next(OrderState.RETURNED, reason, Optional.empty(), Optional.of(line.bookedOn())));
            audit.record("returned", "bank-order", order.id(), null, Map.of("reason", reason, "amount", order.amount(), "charge", fee));
            live.announce("bank-batch", order.batch().value());
            fee = Money.zero(fee.currency());
        }
        return new LineExplained.Booked(MatchKind.DEBIT_RETURN, settled.getFirst().id(), List.of());
    }

    private LineExplained transferred(StatementLine line, List<BankOrder> sent) {
        Money sum = sum(sent);
        if (!sum.negated().equals(line.amount())) {
            return new LineExplained.Differs(MatchKind.ORDERED_TRANSFER, sent.getFirst().id(), sum.negated());
        }
        for (BankOrder order : sent) {
            refunds.settled(order.refund().orElseThrow());
            settled(order, line, Optional.empty());
        }
        return new LineExplained.Booked(MatchKind.ORDERED_TRANSFER, sent.getFirst().id(), List.of());
    }

    private void settled(BankOrder order, StatementLine line, Optional<PaymentId> payment) {
        orders.leave(order.id(), OrderState.SENT, new OrderRows.Next(OrderState.SETTLED, "", payment, Optional.of(line.bookedOn())));
        audit.record("settled", "bank-order", order.id(), null, Map.of("line", line.id(), "amount", order.amount()));
        live.announce("bank-batch", order.batch().value());
    }

    private static Money sum(List<BankOrder> some) {
        return some.stream().map(BankOrder::amount).reduce(Money::plus).orElseThrow();
    }
}
