package io.quittance.plugins.mollie;

import io.quittance.plugins.kit.NoAnswer;
import io.quittance.plugins.kit.Query;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.GatewayOutcome;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.Pending;
import io.quittance.spi.gateway.RefundInquiry.Trace;
import io.quittance.spi.gateway.Refunds.Refund;
import io.quittance.spi.gateway.SavedMethods.Charge;
import io.quittance.spi.gateway.Settled;
import io.quittance.spi.money.Money;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Moves money without the payer: refunds, and charges by mandate. */
final class Orders {

    private static final int PAGES_MAX = 5;

    private final GatewayCall call;
    private final MollieApi api;

    Orders(GatewayCall call) {
        this.call = call;
        this.api = MollieApi.of(call);
    }

    /** @see <a href="https://docs.mollie.com/reference/create-refund">Create payment refund</a> */
    GatewayOutcome refund(Refund order) {
        Map<String, Object> body = Map.of("amount", Pages.amount(order.amount()),
            "description", Pages.cut(order.reason().isBlank() ? "Refund" : order.reason()),
            "metadata", Map.of(Telling.ATTEMPT, order.key().value()));
        return api.post("payments/" + Query.part(order.payment().value()) + "/refunds", body, "refund-" + order.key()).outcome(refund -> {
            Money amount = refund.object("amount").money("value", "currency");
            return amount.equals(order.amount()) ? outcome(refund)
                : new InDoubt("Mollie refunded " + amount + ", not " + order.amount() + ": look at refund " + refund.id("id")
                    + " in Mollie");
        });
    }

    private static GatewayOutcome outcome(Reading refund) throws Unreadable {
        GatewayPaymentId id = refund.id("id");
        Money amount = refund.object("amount").money("value", "currency");
        return switch (refund.text("status")) {
            case "refunded" -> new Settled(id, amount, Money.zero(amount.currency()), refund.time("createdAt"));
            case "queued", "pending", "processing" -> new Pending(id);
            case "failed", "canceled" -> new Declined(refund.text("status"),
                "Mollie could not give the money back: give it back to the payer in another way.");
            default -> new InDoubt("Mollie says that refund " + id + " is " + refund.text("status"));
        };
    }

    /** What became of a refund: among those of its payment, by our key in its metadata. */
    Trace trace(IdempotencyKey key, GatewayPaymentId payment) throws NoAnswer, Unreadable {
        String path = "payments/" + Query.part(payment.value()) + "/refunds";
        for (Reading refund : api.list(path, "refunds", PAGES_MAX, MollieApi.Until.end())) {
            if (Telling.attempt(refund).filter(key::equals).isPresent()) {
                GatewayOutcome said = outcome(refund);
                return said instanceof InDoubt(String reason) ? new Trace.NoAnswer(reason) : new Trace.Known(said);
            }
        }
        return new Trace.NeverSeen();
    }

    /** @see <a href="https://docs.mollie.com/docs/recurring-payments">Recurring payments</a> */
    GatewayOutcome charge(Charge order) {
        Optional<MandateId> mandate = MandateId.parse(order.mandate());
        if (mandate.isEmpty()) {
            return new Declined("mandate_unknown", "This saved method is not one of Mollie's: ask the payer to agree again.");
        }
        Map<String, Object> body = new HashMap<>(Map.of("amount", Pages.amount(order.amount()), "description", Pages.cut(order.reference()),
            "sequenceType", "recurring", "customerId", mandate.get().customer(), "mandateId", mandate.get().mandate(),
            "metadata", Map.of(Telling.ATTEMPT, order.key().value())));
        // the document wants one even where no browser comes
        body.put("redirectUrl", null);
        call.settings().find(MollieForm.NOTICES).ifPresent(address -> body.put("webhookUrl", address));
        return api.post("payments", body, "charge-" + order.key()).outcome(payment -> charged(payment, order));
    }

    private static GatewayOutcome charged(Reading payment, Charge order) throws Unreadable {
        GatewayPaymentId id = payment.id("id");
        Money amount = payment.object("amount").money("value", "currency");
        if (!amount.equals(order.amount())) {
            return new InDoubt("Mollie charged " + amount + ", not " + order.amount() + ": look at payment " + id + " in Mollie");
        }
        return switch (payment.text("status")) {
            case "paid" -> new Settled(id, amount, Money.zero(amount.currency()),
                payment.find("paidAt").isPresent() ? payment.time("paidAt") : payment.time("createdAt"));
            case "open", "pending", "authorized" -> new Pending(id);
            case "failed", "canceled", "expired" -> new Declined(
                payment.findObject("statusReason").flatMap(why -> why.find("code")).orElse(payment.text("status")),
                payment.findObject("statusReason").flatMap(why -> why.find("message"))
                    .orElse("The payer's bank declined: ask the payer for another method."));
            default -> new InDoubt("Mollie says that payment " + id + " is " + payment.text("status"));
        };
    }

    /** @see <a href="https://docs.mollie.com/reference/revoke-mandate">Revoke mandate</a> */
    GatewayOutcome forget(GatewayPaymentId mandate) {
        Optional<MandateId> parsed = MandateId.parse(mandate);
        return parsed.isEmpty()
            ? new Declined("mandate_unknown", "This saved method is not one of Mollie's: there is nothing to forget.")
            : api.delete("customers/" + parsed.get().customer() + "/mandates/" + parsed.get().mandate()).outcome(_ -> new Pending(mandate));
    }
}
