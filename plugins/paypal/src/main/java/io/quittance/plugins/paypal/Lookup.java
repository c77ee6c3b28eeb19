package io.quittance.plugins.paypal;

import io.quittance.plugins.kit.NoAnswer;
import io.quittance.plugins.kit.Query;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Story;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PaymentInquiry.Finding;
import io.quittance.spi.gateway.PaymentInquiry.Inquiry;
import io.quittance.spi.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks PayPal: about the event that a webhook named, and about our own attempts. */
final class Lookup {

    static final String EVENT = "event:";

    private static final Duration SETTLING = Duration.ofSeconds(60);

    /** Outcomes by which the money came back to us, or stayed. */
    private static final Set<String> WON = Set.of("RESOLVED_SELLER_FAVOUR", "CANCELED_BY_BUYER", "DENIED");

    private final GatewayCall call;
    private final PayPalApi api;
    private final Orders orders;

    Lookup(GatewayCall call, PayPalApi api) {
        this.call = call;
        this.api = api;
        this.orders = new Orders(api);
    }

    /** A delivery proves nothing, so one about an event that PayPal does not know is about nothing. */
    List<PaymentEvent> look(String about) throws NoAnswer, Unreadable {
        if (!about.startsWith(EVENT)) {
            throw new NoAnswer("nobody knows how to look at " + about, NoAnswer.Kind.PERSON);
        }
        Reading event;
        try {
            event = api.get("/v1/notifications/webhooks-events/" + Query.part(about.substring(EVENT.length()))).said();
        } catch (NoAnswer silent) {
            if (silent.kind() == NoAnswer.Kind.GONE) {
                return List.of();
            }
            throw silent;
        }
        Reading resource = event.object("resource");
        return switch (event.text("event_type")) {
            case "CHECKOUT.ORDER.APPROVED", "CHECKOUT.ORDER.COMPLETED", "CHECKOUT.PAYMENT-APPROVAL.REVERSED" ->
                told(orders.read(resource.text("id")));
            case "PAYMENT.CAPTURE.COMPLETED", "PAYMENT.CAPTURE.PENDING", "PAYMENT.CAPTURE.DENIED", "PAYMENT.CAPTURE.DECLINED" ->
                told(orders.ofCapture(resource.text("id")));
            case "PAYMENT.CAPTURE.REFUNDED", "PAYMENT.CAPTURE.REVERSED", "PAYMENT.REFUND.PENDING", "PAYMENT.REFUND.FAILED" ->
                told(orders.ofCapture(captureOf(resource)));
            case "CUSTOMER.DISPUTE.CREATED", "CUSTOMER.DISPUTE.UPDATED", "CUSTOMER.DISPUTE.RESOLVED" ->
                dispute(api.get("/v1/customer/disputes/" + Query.part(resource.text("dispute_id"))).said());
            default -> List.of();
        };
    }

    private List<PaymentEvent> told(Reading order) throws NoAnswer, Unreadable {
        boolean ours = Orders.attempt(order).isPresent() || call.settings().isOn(PayPalForm.FOREIGN);
        return ours ? orders.tell(order).events() : List.of();
    }

    /** A refund links up to its capture. */
    private static String captureOf(Reading refund) throws Unreadable {
        for (Reading link : refund.list("links")) {
            String href = link.find("href").orElse("");
            if (link.find("rel").filter("up"::equals).isPresent() && href.contains("/captures/")) {
                return href.substring(href.lastIndexOf('/') + 1);
            }
        }
        throw new Unreadable("a refund names no capture");
    }

    /** An inquiry between payer and seller takes no money; a claim or a chargeback does. */
    private List<PaymentEvent> dispute(Reading dispute) throws NoAnswer, Unreadable {
        List<PaymentEvent> events = new ArrayList<>();
        for (Reading transaction : dispute.list("disputed_transactions")) {
            Reading order = orders.ofCapture(transaction.text("seller_transaction_id"));
            events.addAll(told(order));
            if (events.isEmpty() || dispute.find("dispute_life_cycle_stage").filter("INQUIRY"::equals).isPresent()) {
                continue;
            }
            GatewayPaymentId id = dispute.id("dispute_id");
            Money amount = PayPalMoney.read(dispute.object("dispute_amount"));
            Story story = new Story(transaction.id("seller_transaction_id"), Orders.attempt(order));
            story.disputed(dispute.time("create_time"), id, amount, dispute.text("reason"), dispute.findTime("seller_response_due_date"));
            if (dispute.text("status").equals("RESOLVED")) {
                boolean won = dispute.at("dispute_outcome").flatMap(outcome -> outcome.find("outcome_code")).filter(WON::contains)
                    .isPresent();
                story.closed(dispute.time("update_time"), id, won, amount);
            }
            events.addAll(story.told(false).events());
        }
        return events;
    }

    /**
     * What became of an attempt. PayPal cannot look for our key; but an order whose name never reached us has a page that nobody
     * was sent to, so it cannot be paid, and the same key opens the same order again.
     */
    Finding ask(Inquiry inquiry) throws NoAnswer, Unreadable {
        Instant now = call.clock().instant();
        if (inquiry.payment().isEmpty()) {
            boolean early = now.isBefore(inquiry.startedAt().plus(SETTLING));
            return early ? new Finding.NoAnswer("PayPal may still be opening the order") : new Finding.NeverSeen();
        }
        Optional<Reading> order = named(inquiry.payment().get(), now.isAfter(inquiry.startedAt().plus(Pages.LIFE)));
        if (order.isEmpty()) {
            return new Finding.Known(List.of(), false);
        }
        Story.Told told = orders.tell(order.get());
        return new Finding.Known(told.events(), told.open());
    }

    /** PayPal forgets orders that nobody approved in time. */
    private Optional<Reading> named(GatewayPaymentId id, boolean old) throws NoAnswer {
        try {
            return Optional.of(orders.read(id.value()));
        } catch (NoAnswer silent) {
            if (silent.kind() == NoAnswer.Kind.GONE && old) {
                return Optional.empty();
            }
            throw silent;
        }
    }
}
