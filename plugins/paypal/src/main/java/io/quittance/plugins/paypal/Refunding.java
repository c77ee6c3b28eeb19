package io.quittance.plugins.paypal;

import io.quittance.plugins.kit.NoAnswer;
import io.quittance.plugins.kit.Query;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.GatewayOutcome;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.Pending;
import io.quittance.spi.gateway.RefundInquiry.Trace;
import io.quittance.spi.gateway.Refunds.Refund;
import io.quittance.spi.gateway.Settled;
import io.quittance.spi.money.Money;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives money back.
 *
 * @see <a href="https://developer.paypal.com/docs/api/payments/v2/#captures_refund">Refund captured payment</a>
 */
final class Refunding {

    private final PayPalApi api;

    Refunding(PayPalApi api) {
        this.api = api;
    }

    GatewayOutcome refund(Refund order) {
        Optional<Map<String, String>> amount = PayPalMoney.write(order.amount());
        if (amount.isEmpty()) {
            return new Declined("amount", PayPalMoney.remedy(order.amount()));
        }
        Map<String, Object> body = new HashMap<>(Map.of("amount", amount.get(), "custom_id", order.key().value()));
        if (!order.reason().isBlank()) {
            body.put("note_to_payer", Pages.cut(order.reason(), 255));
        }
        String path = "/v2/payments/captures/" + Query.part(order.payment().value()) + "/refund";
        return api.post(path, body, "refund-" + order.key()).outcome(refund -> {
            Money given = PayPalMoney.read(refund.object("amount"));
            return given.equals(order.amount()) ? outcome(refund)
                : new InDoubt("PayPal refunded " + given + ", not " + order.amount() + ": look at refund " + refund.id("id")
                    + " in PayPal");
        });
    }

    private static GatewayOutcome outcome(Reading refund) throws Unreadable {
        GatewayPaymentId id = refund.id("id");
        Money amount = PayPalMoney.read(refund.object("amount"));
        return switch (refund.text("status")) {
            case "COMPLETED" -> new Settled(id, amount, Money.zero(amount.currency()), refund.time("create_time"));
            case "PENDING" -> new Pending(id);
            case "FAILED", "CANCELLED" -> new Declined(refund.text("status"),
                "PayPal could not give the money back: give it back to the payer in another way.");
            default -> new InDoubt("PayPal says that refund " + id + " is " + refund.text("status"));
        };
    }

    /** What became of a refund: among those of its order, by our key. */
    Trace trace(IdempotencyKey key, GatewayPaymentId payment) throws NoAnswer, Unreadable {
        for (Reading unit : new Orders(api).ofCapture(payment.value()).list("purchase_units")) {
            for (Reading refund : unit.object("payments").findList("refunds")) {
                if (refund.key("custom_id").filter(key::equals).isPresent()) {
                    GatewayOutcome said = outcome(refund);
                    return said instanceof InDoubt(String reason) ? new Trace.NoAnswer(reason) : new Trace.Known(said);
                }
            }
        }
        return new Trace.NeverSeen();
    }
}
