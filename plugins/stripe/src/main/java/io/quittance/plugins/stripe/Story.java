package io.quittance.plugins.stripe;

import io.quittance.plugins.stripe.StripeApi.NoAnswer;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.Occurrence;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that has happened to a PaymentIntent, from its present state and that of its charges, refunds and disputes. Whoever
 * asks, and however often, is told the same: webhooks and inquiries go through here alike, so they cannot contradict.
 *
 * <p>A decline on a page that is still open is no event: the payer may try again there. Fees are told apart from captures,
 * since Stripe states them in the currency of settlement and sometimes later.
 */
final class Story {

    /** Our key, where Stripe keeps it for us. */
    static final String ATTEMPT = "quittance_attempt";
    /** Whether the payer was on a page, or was charged without. */
    static final String KIND = "quittance_kind";
    static final String CHECKOUT = "checkout";
    static final String CHARGE = "charge";

    private static final int PAGES_MAX = 5;
    private static final Set<String> MAY_SUCCEED = Set.of("processing", "requires_action", "requires_confirmation", "requires_capture");
    private static final Set<String> MONEY_TAKEN = Set.of("needs_response", "under_review", "won", "lost");

    private final StripeApi api;
    private final Reading intent;
    private final GatewayPaymentId payment;
    private final Optional<IdempotencyKey> attempt;
    private final List<PaymentEvent> events = new ArrayList<>();

    /** @param open whether more may happen without a new attempt */
    record Told(List<PaymentEvent> events, boolean open) {
    }

    /** Orders events of one payment that happened in the same second. */
    private enum Rank { AUTHORISED, FAILED, CAPTURED, REFUNDED, DISPUTED, CLOSED, FEE, MANDATE }

    private Story(StripeApi api, Reading intent) throws Unreadable {
        this.api = api;
        this.intent = intent;
        this.payment = new GatewayPaymentId(intent.text("id"));
        this.attempt = attempt(intent);
    }

    /** Our key in the metadata; empty when it is none of ours. */
    static Optional<IdempotencyKey> attempt(Reading object) {
        return object.metadata(ATTEMPT).filter(key -> key.matches("[A-Za-z0-9_-]{1,64}")).map(IdempotencyKey::new);
    }

    /**
     * @param intent  a PaymentIntent as Stripe has it now
     * @param session the Checkout Session that it belongs to, if it was read already
     */
    static Told of(StripeApi api, Reading intent, Optional<Reading> session) throws NoAnswer, Unreadable {
        Story story = new Story(api, intent);
        boolean open = story.tell(session);
        return new Told(List.copyOf(story.events), open);
    }

    private boolean tell(Optional<Reading> session) throws NoAnswer, Unreadable {
        String status = intent.text("status");
        List<Reading> charges = api.list("charges",
            Params.none().with("payment_intent", payment.value()).expand("data.balance_transaction"), PAGES_MAX).reversed();
        boolean over = status.equals("canceled") || status.equals("requires_payment_method") && isOver(charges, session);
        for (Reading charge : charges) {
            switch (charge.text("status")) {
                case "succeeded" -> succeeded(charge);
                case "failed" -> {
                    if (over) {
                        failed(charge);
                    }
                }
                default -> { }
            }
        }
        if (over && events.isEmpty()) {
            failedWithoutCharge(status);
        }
        return MAY_SUCCEED.contains(status) || status.equals("requires_payment_method") && !over;
    }

    /** A payer on an open page may try again; who was charged without a page, or has left it for good, may not. */
    private boolean isOver(List<Reading> charges, Optional<Reading> known) throws NoAnswer, Unreadable {
        if (intent.metadata(KIND).filter(CHARGE::equals).isPresent()) {
            return true;
        }
        if (charges.isEmpty() && known.isEmpty()) {
            return false;
        }
        Optional<Reading> session = known.isPresent() ? known
            : api.list("checkout/sessions", Params.none().with("payment_intent", payment.value()), 1).stream().findFirst();
        return session.flatMap(page -> page.find("status")).filter(status -> !status.equals("open")).isPresent();
    }

    private Occurrence at(Instant when, Rank rank) {
        return new Occurrence(payment, attempt, when, when.getEpochSecond() * Rank.values().length + rank.ordinal());
    }

    private void succeeded(Reading charge) throws NoAnswer, Unreadable {
        Optional<Reading> booked = charge.findObject("balance_transaction");
        Instant when = booked.isPresent() ? booked.get().time("created") : charge.time("created");
        if (!charge.isTrue("captured")) {
            events.add(new PaymentEvent.Authorised(at(when, Rank.AUTHORISED), positive(charge, "amount")));
            return;
        }
        Money gross = positive(charge, "amount_captured");
        Optional<Reading> details = charge.findObject("payment_method_details");
        events.add(new PaymentEvent.Captured(at(when, Rank.CAPTURED), gross, Money.zero(gross.currency()), Methods.kind(details),
            Methods.label(details)));
        if (booked.isPresent()) {
            fee(booked.get(), "Stripe fee");
        }
        saved(charge, when);
        if (charge.number("amount_refunded") > 0) {
            for (Reading refund : api.list("refunds",
                    Params.none().with("charge", charge.text("id")).expand("data.balance_transaction"), PAGES_MAX).reversed()) {
                refunded(refund);
            }
        }
        if (charge.isTrue("disputed")) {
            for (Reading dispute : api.list("disputes", Params.none().with("charge", charge.text("id")), PAGES_MAX).reversed()) {
                disputed(dispute);
            }
        }
    }

    private static Money positive(Reading object, String field) throws Unreadable {
        Money amount = object.money(field);
        if (!amount.isPositive()) {
            throw new Unreadable("field " + field + " is not positive");
        }
        return amount;
    }

    /** Negative when Stripe gives some of it back. */
    private void fee(Reading transaction, String description) throws Unreadable {
        Money amount = transaction.money("fee");
        if (!amount.isZero()) {
            events.add(new PaymentEvent.Fee(at(transaction.time("created"), Rank.FEE), new GatewayPaymentId(transaction.text("id")), amount,
                description));
        }
    }

    private void saved(Reading charge, Instant when) {
        Optional<String> type = charge.findObject("payment_method_details").flatMap(details -> details.find("type"));
        boolean agreed = intent.find("setup_future_usage").filter("off_session"::equals).isPresent();
        Optional<String> customer = intent.id("customer");
        Optional<String> method = charge.id("payment_method").or(() -> intent.id("payment_method"));
        if (agreed && type.isPresent() && customer.isPresent() && method.isPresent()) {
            Occurrence occurrence = new Occurrence(new MandateId(customer.get(), method.get(), type.get()).asId(), attempt, when,
                when.getEpochSecond() * Rank.values().length + Rank.MANDATE.ordinal());
            Optional<Reading> details = charge.findObject("payment_method_details");
            events.add(new PaymentEvent.Mandate(occurrence, PaymentEvent.MandateState.ACTIVE, Methods.kind(details),
                Methods.label(details)));
        }
    }

    /** A refund that is under way, or failed, has given nothing back. */
    private void refunded(Reading refund) throws Unreadable {
        if (refund.find("status").filter("succeeded"::equals).isEmpty()) {
            return;
        }
        Money amount = positive(refund, "amount");
        events.add(new PaymentEvent.Refunded(at(refund.time("created"), Rank.REFUNDED), new GatewayPaymentId(refund.text("id")), amount,
            Money.zero(amount.currency())));
        Optional<Reading> booked = refund.findObject("balance_transaction");
        if (booked.isPresent()) {
            fee(booked.get(), "Stripe fee of a refund");
        }
    }

    /** An inquiry ({@code warning_…}) takes no money; only a dispute does. */
    private void disputed(Reading dispute) throws Unreadable {
        String status = dispute.text("status");
        if (!MONEY_TAKEN.contains(status)) {
            return;
        }
        GatewayPaymentId id = new GatewayPaymentId(dispute.text("id"));
        Money amount = positive(dispute, "amount");
        Money none = Money.zero(amount.currency());
        Instant begun = dispute.time("created");
        Optional<Reading> evidence = dispute.findObject("evidence_details");
        Optional<Instant> due = evidence.isPresent() && evidence.get().decimal("due_by").isPresent()
            ? Optional.of(evidence.get().time("due_by")) : Optional.empty();
        events.add(new PaymentEvent.Disputed(at(begun, Rank.DISPUTED), id, amount, none, dispute.text("reason"), due));
        Instant last = begun;
        for (Reading transaction : dispute.list("balance_transactions")) {
            fee(transaction, "Stripe fee of a dispute");
            last = transaction.time("created").isAfter(last) ? transaction.time("created") : last;
        }
        if (status.equals("won") || status.equals("lost")) {
            boolean won = status.equals("won");
            events.add(new PaymentEvent.DisputeClosed(at(last, Rank.CLOSED), id, won, won ? amount : none));
        }
    }

    private void failed(Reading charge) throws Unreadable {
        Optional<Reading> outcome = charge.findObject("outcome");
        String code = charge.find("failure_code").or(() -> outcome.flatMap(found -> found.find("reason"))).orElse("failed");
        String reason = charge.find("failure_message").or(() -> outcome.flatMap(found -> found.find("seller_message")))
            .orElse("The payment failed at Stripe.");
        events.add(new PaymentEvent.Failed(at(charge.time("created"), Rank.FAILED), charge.money("amount"), code, reason));
    }

    private void failedWithoutCharge(String status) throws Unreadable {
        Optional<Reading> error = intent.findObject("last_payment_error");
        String code = error.flatMap(found -> found.find("decline_code").or(() -> found.find("code")))
            .or(() -> intent.find("cancellation_reason")).orElse(status);
        String reason = error.flatMap(found -> found.find("message")).orElse("Nothing was paid before the payment ended at Stripe.");
        events.add(new PaymentEvent.Failed(at(intent.time("created"), Rank.FAILED), intent.money("amount"), code, reason));
    }
}
