package io.quittance.plugins.paypal;

import io.quittance.plugins.kit.Answer;
import io.quittance.plugins.kit.NoAnswer;
import io.quittance.plugins.kit.Query;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Story;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.MethodKind;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Orders as PayPal has them now, and what has happened to the captures in them. An order that the payer has approved is captured
 * wherever we come upon it: that is what the payer has pressed "pay now" for, and PayPal captures one order once.
 *
 * @see <a href="https://developer.paypal.com/docs/api/orders/v2/">Orders API</a>
 */
final class Orders {

    private final PayPalApi api;

    Orders(PayPalApi api) {
        this.api = api;
    }

    /** Our key in an order; empty when it is none of ours. */
    static Optional<IdempotencyKey> attempt(Reading order) throws Unreadable {
        List<Reading> units = order.list("purchase_units");
        return units.isEmpty() ? Optional.empty() : units.getFirst().key("custom_id");
    }

    Reading read(String id) throws NoAnswer {
        return api.get("/v2/checkout/orders/" + Query.part(id)).said();
    }

    /** The order that a capture belongs to. */
    Reading ofCapture(String capture) throws NoAnswer, Unreadable {
        Reading found = api.get("/v2/payments/captures/" + Query.part(capture)).said();
        return read(found.at("supplementary_data", "related_ids").flatMap(ids -> ids.find("order_id"))
            .orElseThrow(() -> new NoAnswer("capture " + capture + " belongs to no order", NoAnswer.Kind.GONE)));
    }

    /** What has happened; captures it first when the payer has approved it. */
    Story.Told tell(Reading order) throws NoAnswer, Unreadable {
        String status = order.text("status");
        return switch (status) {
            case "CREATED", "SAVED", "PAYER_ACTION_REQUIRED" -> new Story.Told(List.of(), true);
            case "APPROVED" -> capture(order);
            case "COMPLETED" -> captures(order);
            case "VOIDED" -> {
                Reading unit = order.list("purchase_units").getFirst();
                yield new Story(order.id("id"), attempt(order)).failed(order.time("create_time"), PayPalMoney.read(unit.object("amount")),
                    "VOIDED", "The order was voided at PayPal before anything was paid.").told(false);
            }
            default -> throw new Unreadable("an order has the status " + status);
        };
    }

    private Story.Told capture(Reading order) throws NoAnswer, Unreadable {
        String id = order.text("id");
        Answer answer = api.post("/v2/checkout/orders/" + id + "/capture", Map.of(), "capture-" + id);
        if (answer instanceof Answer.No(String code, _, _)) {
            if (code.equals("ORDER_ALREADY_CAPTURED")) {
                return captures(read(id));
            }
            // the payer's method was declined, or PayPal wants the payer again: the page is still open to the payer
            return new Story.Told(List.of(), true);
        }
        Reading captured = answer.said();
        return captured.text("status").equals("COMPLETED") ? captures(captured) : new Story.Told(List.of(), true);
    }

    private static Story.Told captures(Reading order) throws Unreadable {
        List<PaymentEvent> events = new ArrayList<>();
        boolean open = false;
        // a capture's own answer does not repeat our key in the unit, but in the capture
        Optional<IdempotencyKey> attempt = attempt(order);
        for (Reading unit : order.list("purchase_units")) {
            Reading payments = unit.object("payments");
            for (Reading capture : payments.list("captures")) {
                Story story = new Story(capture.id("id"), capture.key("custom_id").or(() -> attempt));
                open |= capture(story, order, capture);
                for (Reading refund : payments.findList("refunds")) {
                    if (refundOf(refund, capture.text("id"), payments)) {
                        refund(story, refund);
                    }
                }
                events.addAll(story.told(false).events());
            }
        }
        return new Story.Told(events, open);
    }

    /** @return whether it may still come to something */
    private static boolean capture(Story story, Reading order, Reading capture) throws Unreadable {
        Money amount = PayPalMoney.read(capture.object("amount"));
        return switch (capture.text("status")) {
            case "COMPLETED", "PARTIALLY_REFUNDED", "REFUNDED" -> {
                story.captured(capture.time("create_time"), amount, MethodKind.WALLET, label(order));
                Optional<Reading> fee = capture.at("seller_receivable_breakdown", "paypal_fee");
                if (fee.isPresent()) {
                    story.fee(capture.time("create_time"), new GatewayPaymentId("fee-" + capture.text("id")), PayPalMoney.read(fee.get()),
                        "PayPal fee");
                }
                yield false;
            }
            case "PENDING" -> true;
            case "DECLINED", "FAILED" -> {
                story.failed(capture.time("create_time"), amount,
                    capture.at("status_details").flatMap(details -> details.find("reason")).orElse(capture.text("status")),
                    "PayPal did not get the money from the payer: ask the payer for another method.");
                yield false;
            }
            default -> throw new Unreadable("a capture has the status " + capture.text("status"));
        };
    }

    /** A refund names its capture in a link; where there is one capture alone it is that one. */
    private static boolean refundOf(Reading refund, String capture, Reading payments) throws Unreadable {
        return payments.list("captures").size() == 1 || refund.findList("links").stream()
            .anyMatch(link -> link.find("rel").filter("up"::equals).isPresent() && link.find("href").orElse("").endsWith("/" + capture));
    }

    /** A refund that is under way, or failed, has given nothing back. */
    private static void refund(Story story, Reading refund) throws Unreadable {
        if (!refund.text("status").equals("COMPLETED")) {
            return;
        }
        story.refunded(refund.time("create_time"), refund.id("id"), PayPalMoney.read(refund.object("amount")));
        Optional<Reading> fee = refund.at("seller_payable_breakdown", "paypal_fee");
        if (fee.isPresent()) {
            story.fee(refund.time("create_time"), new GatewayPaymentId("fee-" + refund.text("id")), PayPalMoney.read(fee.get()).negated(),
                "PayPal fee given back");
        }
    }

    private static String label(Reading order) {
        return order.at("payment_source", "paypal").flatMap(payer -> payer.find("email_address")).map(mail -> "PayPal " + mail)
            .orElse("PayPal");
    }
}
