package io.quittance.simulation;

import io.quittance.allocation.AllocationReason;
import io.quittance.allocation.control.Booking;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceId;
import io.quittance.payment.MoneyMove;
import io.quittance.payment.MovedPayment;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentMethod;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.PaymentState;
import io.quittance.payment.Receipt;
import io.quittance.payment.entity.Payment;
import io.quittance.payment.entity.PaymentHistory;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.MethodKind;
import io.quittance.spi.gateway.Occurrence;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** How money is heard of, by the product's decisions. */
final class Intake {

    private static final String GATEWAY = "toy";

    private final Tables tables;
    private final Decisions decisions;

    Intake(Tables tables, Decisions decisions) {
        this.tables = tables;
        this.decisions = decisions;
    }

    /** A unit that dies is delivered once more. */
    String deliver(Step.Deliver step) {
        try {
            tables.unit(step.crash(), () -> take(step));
        } catch (Tables.Crash died) {
            tables.unit(-1, () -> take(step));
        }
        return Practice.DONE;
    }

    private void take(Step.Deliver step) {
        if (!decisions.isNew(tables.deliveries, step.delivery())) {
            return;
        }
        List<PaymentEvent> reported = step.news().stream().map(news -> event(step, news)).toList();
        PaymentId id = new PaymentId(step.payment());
        Payment before = Optional.ofNullable(tables.payments.get(id)).orElseGet(() -> Payment.heardOf(id, GATEWAY, "p" + step.payment(),
                PaymentHistory.amount(reported.getFirst()), tables.now));
        PaymentHistory history = new PaymentHistory(tables.events.getOrDefault(id, List.of()));
        PaymentHistory.News heard = decisions.hear(history, reported);
        Bill shown = tables.bills.get(new InvoiceId(step.purpose()));
        Payment meant = shown == null ? before : before.meantFor(shown.id(), shown.customer());
        Payment after = meant.as(history, Tables.ZONE);
        tables.put(tables.payments, id, after);
        heard.learnt().forEach(event -> tables.add(tables.events, id, event));
        after.purpose().filter(invoice -> !tables.meant.getOrDefault(invoice, List.of()).contains(id))
                .ifPresent(invoice -> tables.add(tables.meant, invoice, id));
        if (!heard.moves().isEmpty()) {
            Booking booking = tables.booking();
            booking.book(new MovedPayment(after.receipt(), heard.moves()), false);
            tables.write(booking);
        }
    }

    private static PaymentEvent event(Step.Deliver step, Step.News news) {
        Currency currency = Currency.getInstance(step.currency());
        Occurrence at = new Occurrence(new GatewayPaymentId("p" + step.payment()), Optional.empty(),
                Instant.ofEpochSecond(news.epochSecond()), news.sequence());
        Money amount = new Money(news.amount(), currency);
        Money fee = new Money(news.fee(), currency);
        GatewayPaymentId name = new GatewayPaymentId(news.name());
        return switch (news.what()) {
            case FAILED -> new PaymentEvent.Failed(at, amount, "declined", "No.");
            case AUTHORISED -> new PaymentEvent.Authorised(at, amount);
            case CAPTURED -> new PaymentEvent.Captured(at, amount, fee, MethodKind.CARD, "Visa");
            case REFUNDED -> new PaymentEvent.Refunded(at, name, amount, fee);
            case DISPUTED -> new PaymentEvent.Disputed(at, name, amount, fee, "fraud", Optional.empty());
            case WON -> new PaymentEvent.DisputeClosed(at, name, true, amount);
            case LOST -> new PaymentEvent.DisputeClosed(at, name, false, Money.zero(currency));
        };
    }

    String receive(Step.Receive step) {
        PaymentId id = new PaymentId(step.payment());
        Currency currency = Currency.getInstance(step.currency());
        boolean unfit = step.purpose().stream().map(invoice -> tables.bills.get(new InvoiceId(invoice))).anyMatch(bill -> bill == null
                || bill.customer().value() != step.customer() || !bill.totals().gross().currency().equals(currency));
        if (unfit || tables.payments.containsKey(id)) {
            return Practice.REFUSED;
        }
        Money none = Money.zero(currency);
        Money amount = new Money(step.amount(), currency);
        Payment payment = new Payment(id, PaymentRow.BY_HAND, "k" + step.payment(), Optional.of(new CustomerId(step.customer())),
                Optional.empty(), PaymentMethod.BANK_TRANSFER, step.reference(), PaymentState.CAPTURED, amount, none, none, none,
                Optional.of(tables.today()), tables.now);
        Receipt plain = payment.receipt();
        Receipt receipt = new Receipt(id, plain.customer(), step.purpose().stream().map(InvoiceId::new).toList(), none, plain.account(),
                step.reference());
        tables.unit(-1, () -> {
            tables.put(tables.payments, id, payment);
            Booking booking = tables.booking();
            booking.book(new MovedPayment(receipt, List.of(new MoneyMove.Capture("captured", tables.now, amount, none))), step.rest());
            tables.write(booking);
        });
        return Practice.DONE;
    }

    /** Payments of a customer of which something rests, but for those that a person took back. */
    List<Receipt> resting(CustomerId customer) {
        return tables.payments.values().stream()
                .filter(payment -> payment.customer().equals(Optional.of(customer)) && payment.unapplied().isPositive())
                .filter(payment -> tables.rows(payment.id()).stream().noneMatch(row -> row.reason() == AllocationReason.CORRECTED))
                .sorted(Comparator.comparing((Payment payment) -> payment.receivedOn().orElseThrow()).thenComparing(Payment::gateway)
                        .thenComparing(Payment::reference))
                .map(Payment::receipt).toList();
    }

    void forgetPurpose(PaymentId id) {
        Payment old = tables.payments.get(id);
        tables.put(tables.payments, id, new Payment(old.id(), old.gateway(), old.reference(), old.customer(), Optional.empty(),
                old.method(), old.label(), old.state(), old.gross(), old.fee(), old.taken(), old.unapplied(), old.receivedOn(),
                old.firstSeenAt()));
    }
}
