package io.quittance.plugins.stripe;

import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.WebhookOutcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Stripe's webhooks. They come in any order, say what was true when they were made, and are written in the version of the
 * interface that their endpoint has; so we take the name of what they are about and ask for its present state.
 *
 * @see <a href="https://docs.stripe.com/webhooks#event-ordering">Event ordering</a>
 * @see <a href="https://docs.stripe.com/api/events/types">Types of events</a>
 */
final class StripeEvents {

    private StripeEvents() {
    }

    /** @param body of a delivery whose signature has been checked */
    static WebhookOutcome read(byte[] body) {
        String id = digest(body);
        try {
            Reading event = Reading.of(new String(body, StandardCharsets.UTF_8));
            String named = event.text("id");
            if (named.length() > 128) {
                throw new Unreadable("its id is longer than 128 characters");
            }
            id = named;
            return outcome(id, event.text("type"), event, event.object("data").object("object"));
        } catch (Unreadable | IllegalArgumentException broken) {
            return new WebhookOutcome.Unreadable(id, String.valueOf(broken.getMessage()));
        }
    }

    private static WebhookOutcome outcome(String id, String type, Reading event, Reading object) throws Unreadable {
        return switch (type) {
            case "payment_intent.succeeded", "payment_intent.payment_failed", "payment_intent.canceled",
                 "payment_intent.amount_capturable_updated" -> new WebhookOutcome.Hint(id, Lookup.PAYMENT + object.text("id"));
            case "charge.succeeded", "charge.captured", "charge.failed", "charge.updated", "charge.refunded", "charge.expired",
                 "charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed", "charge.dispute.funds_withdrawn",
                 "charge.dispute.funds_reinstated" -> payment(id, object);
            case "refund.created", "refund.updated", "refund.failed", "charge.refund.updated" ->
                object.find("status").filter("failed"::equals).isPresent() ? refundFailed(id, object) : payment(id, object);
            case "checkout.session.completed", "checkout.session.async_payment_succeeded", "checkout.session.async_payment_failed",
                 "checkout.session.expired" -> new WebhookOutcome.Hint(id, Lookup.SESSION + object.text("id"));
            case "setup_intent.succeeded" -> new WebhookOutcome.Hint(id, Lookup.SETUP + object.text("id"));
            case "payout.paid", "payout.reconciliation_completed" -> new WebhookOutcome.Hint(id, Lookup.PAYOUT + object.text("id"));
            case "payout.failed" -> new WebhookOutcome.Unreadable(id, "Payout " + object.text("id") + " of " + object.money("amount")
                + " failed (" + object.find("failure_code").orElse("no reason given")
                + "): the money is back in the Stripe balance; correct the bank account in Stripe.");
            case "mandate.updated" -> mandate(id, object);
            case "payment_method.detached" -> detached(id, event, object);
            default -> new WebhookOutcome.Genuine(id, List.of());
        };
    }

    /** About what belongs to a payment. Without an intent it is none of ours: everything that we start has one. */
    private static WebhookOutcome payment(String id, Reading object) {
        return object.id("payment_intent").<WebhookOutcome>map(intent -> new WebhookOutcome.Hint(id, Lookup.PAYMENT + intent))
            .orElseGet(() -> new WebhookOutcome.Genuine(id, List.of()));
    }

    /** The books may say already that the money went back: that is for a person to put right. */
    private static WebhookOutcome refundFailed(String id, Reading refund) throws Unreadable {
        return new WebhookOutcome.Unreadable(id, "Refund " + refund.text("id") + " of " + refund.money("amount") + " failed ("
            + refund.find("failure_reason").orElse("no reason given")
            + "): the money is back in the Stripe balance; give it back to the payer in another way.");
    }

    private static WebhookOutcome mandate(String id, Reading mandate) throws Unreadable {
        Optional<String> method = mandate.id("payment_method");
        return mandate.text("status").equals("inactive") && method.isPresent()
            ? new WebhookOutcome.Hint(id, Lookup.MANDATE_ENDED + method.get()) : new WebhookOutcome.Genuine(id, List.of());
    }

    /** Nobody can be asked any more whose method it was; the event says it. */
    private static WebhookOutcome detached(String id, Reading event, Reading method) throws Unreadable {
        Optional<String> customer = event.object("data").findObject("previous_attributes").flatMap(before -> before.id("customer"));
        if (customer.isEmpty()) {
            return new WebhookOutcome.Genuine(id, List.of());
        }
        MandateId mandate = new MandateId(customer.get(), method.text("id"), method.text("type"));
        return new WebhookOutcome.Genuine(id, List.of(
            Lookup.mandate(mandate, Optional.empty(), event.time("created"), PaymentEvent.MandateState.REVOKED, method)));
    }

    private static String digest(byte[] body) {
        try {
            return "sha256-" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException defect) {
            throw new IllegalStateException("every JDK has SHA-256", defect);
        }
    }
}
