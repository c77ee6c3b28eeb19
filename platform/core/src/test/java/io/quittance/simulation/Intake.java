package io.quittance.simulation;

import io.quittance.allocation.AllocationReason;
import io.quittance.allocation.control.Booking;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceId;
import io.quittance.ledger.AccountRole;
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

    private final Flow flow;
    private final Tables tables;
    private final Decisions decisions;

    Intake(Flow flow, Decisions decisions) {
        this.flow = flow;
        this.tables = flow.tables;
        this.decisions = decisions;
    }

    String take(Step.Deliver step) {
        if (!decisions.isNew(tables.deliveries, step.delivery())) {
            return Practice.DONE;
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
            flow.done(booking, after.receipt().purpose());
        }
        return Practice.DONE;
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
        record(new Given(id, new CustomerId(step.customer()), new Money(step.amount(), currency), step.reference(), step.rest(), false),
                step.purpose().stream().map(InvoiceId::new).toList());
        return Practice.DONE;
    }

    String receive(Step.Exchanged step) {
        PaymentId id = new PaymentId(step.payment());
        Bill bill = tables.bills.get(new InvoiceId(step.invoice()));
        Optional<Money> worth = bill == null || bill.customer().value() != step.customer() || tables.payments.containsKey(id)
                || !bill.totals().gross().currency().getCurrencyCode().equals(step.into()) ? Optional.empty() : flow.exchanges.worth(step);
        if (worth.isEmpty()) {
            return Practice.REFUSED;
        }
        flow.exchanges.comesIn(id, step);
        record(new Given(id, bill.customer(), worth.get(), "", step.rest(), true), List.of(bill.id()));
        return Practice.DONE;
    }

    /** A payment that a person records. */
    private record Given(PaymentId id, CustomerId customer, Money amount, String reference, boolean rest, boolean exchanged) {
    }

    private void record(Given given, List<InvoiceId> purpose) {
        Money none = Money.zero(given.amount().currency());
        Payment payment = new Payment(given.id(), PaymentRow.BY_HAND, "k" + given.id(), Optional.of(given.customer()), Optional.empty(),
                PaymentMethod.BANK_TRANSFER, given.reference(), PaymentState.CAPTURED, given.amount(), none, none, none,
                Optional.of(tables.today()), tables.now, given.exchanged());
        Receipt plain = payment.receipt();
        Receipt receipt = new Receipt(given.id(), plain.customer(), purpose, none, plain.account(), given.reference());
        tables.put(tables.payments, given.id(), payment);
        Booking booking = tables.booking();
        booking.book(new MovedPayment(receipt, List.of(new MoneyMove.Capture("captured", tables.now, given.amount(), none))),
                given.rest());
        flow.done(booking, purpose);
    }

    /** One more event of the payment's history. */
    String payBack(Step.PayBack step) {
        PaymentId id = new PaymentId(step.payment());
        Payment before = tables.payments.get(id);
        if (before == null || !before.state().wasCaptured() || before.state() == PaymentState.DISPUTED) {
            return Practice.REFUSED;
        }
        Money amount = new Money(step.amount(), before.gross().currency());
        if (!amount.isPositive() || amount.compareTo(decisions.refundable(before)) > 0) {
            return Practice.REFUSED;
        }
        String name = "hand-" + step.refund();
        PaymentHistory history = before.history(tables.events.getOrDefault(id, List.of()), Tables.ZONE);
        PaymentHistory.News news = decisions.hear(history, List.of(before.refunded(name, amount, tables.now)));
        if (news.learnt().isEmpty()) {
            return Practice.REFUSED;
        }
        Payment after = before.gaveBack(history);
        tables.put(tables.payments, id, after);
        news.learnt().forEach(event -> tables.add(tables.events, id, event));
        Receipt receipt = after.receipt();
        Booking booking = tables.booking();
        booking.book(new MovedPayment(new Receipt(id, receipt.customer(), receipt.purpose(), receipt.unapplied(),
                before.exchanged() ? receipt.account() : AccountRole.BANK, receipt.reference()), news.moves()), false);
        flow.done(booking, receipt.purpose());
        flow.exchanges.goesBack(before, name, amount);
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
                old.firstSeenAt(), old.exchanged()));
    }
}
