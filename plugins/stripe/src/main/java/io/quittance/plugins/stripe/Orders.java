package io.quittance.plugins.stripe;

import io.quittance.plugins.stripe.StripeApi.Answer;
import io.quittance.plugins.stripe.StripeApi.NoAnswer;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.GatewayOutcome;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.NotSent;
import io.quittance.spi.gateway.Pending;
import io.quittance.spi.gateway.RefundInquiry.Trace;
import io.quittance.spi.gateway.Refunds.Refund;
import io.quittance.spi.gateway.SavedMethods.Charge;
import io.quittance.spi.gateway.Settled;
import io.quittance.spi.money.Money;
import java.util.Optional;

/** Moves money without the payer: refunds, and charges of saved methods. */
final class Orders {

    private static final int PAGES_MAX = 20;

    private final GatewayCall call;
    private final StripeApi api;

    Orders(GatewayCall call) {
        this.call = call;
        this.api = new StripeApi(call);
    }

    /** Reads what Stripe made of an order that it carried out. */
    @FunctionalInterface
    private interface Outcome {
        GatewayOutcome of(Reading json) throws Unreadable;
    }

    private static GatewayOutcome read(Answer answer, Outcome outcome) {
        return switch (answer) {
            case Answer.Said said -> {
                try {
                    yield outcome.of(said.json());
                } catch (Unreadable | IllegalArgumentException broken) {
                    yield new InDoubt("Stripe's answer cannot be read: " + broken.getMessage());
                }
            }
            case Answer.No no -> new Declined(no.code(), no.reason());
            case Answer.NotDone away -> new NotSent(away.reason());
            case Answer.Unclear unclear -> new InDoubt(unclear.reason());
        };
    }

    /** @see <a href="https://docs.stripe.com/api/refunds/create">Create a refund</a> */
    GatewayOutcome refund(Refund order) {
        Optional<Long> amount = StripeMoney.write(order.amount());
        if (amount.isEmpty()) {
            return new Declined("amount", StripeMoney.remedy(order.amount()));
        }
        Params params = Params.none().with("payment_intent", order.payment().value()).with("amount", amount.get())
            .with("metadata[" + Story.ATTEMPT + "]", order.key().value());
        if (!order.reason().isBlank()) {
            params.with("metadata[quittance_reason]", order.reason().substring(0, Math.min(500, order.reason().length())));
        }
        return read(api.post("refunds", params, "refund-" + order.key()), refund -> refunded(refund, order));
    }

    private static GatewayOutcome refunded(Reading refund, Refund order) throws Unreadable {
        GatewayPaymentId id = new GatewayPaymentId(refund.text("id"));
        Money amount = refund.money("amount");
        if (!amount.equals(order.amount())) {
            return new InDoubt("Stripe refunded " + amount + ", not " + order.amount() + ": look at refund " + id + " in Stripe");
        }
        return outcome(refund);
    }

    private static GatewayOutcome outcome(Reading refund) throws Unreadable {
        GatewayPaymentId id = new GatewayPaymentId(refund.text("id"));
        Money amount = refund.money("amount");
        return switch (refund.text("status")) {
            case "succeeded" -> new Settled(id, amount, Money.zero(amount.currency()), refund.time("created"));
            case "pending", "requires_action" -> new Pending(id);
            case "failed", "canceled" -> new Declined(refund.find("failure_reason").orElse("failed"),
                "Stripe could not give the money back: give it back to the payer in another way.");
            default -> new InDoubt("Stripe says that refund " + id + " is " + refund.text("status"));
        };
    }

    /**
     * What became of a refund: among those of its payment, by our key in its metadata.
     *
     * @see <a href="https://docs.stripe.com/api/refunds/list">List all refunds</a>
     */
    Trace trace(IdempotencyKey key, GatewayPaymentId payment) {
        try {
            for (Reading refund : api.list("refunds", Params.none().with("payment_intent", payment.value()), PAGES_MAX)) {
                if (Story.attempt(refund).filter(key::equals).isPresent()) {
                    GatewayOutcome said = outcome(refund);
                    return said instanceof InDoubt(String reason) ? new Trace.NoAnswer(reason) : new Trace.Known(said);
                }
            }
            return new Trace.NeverSeen();
        } catch (NoAnswer silent) {
            return new Trace.NoAnswer(silent.getMessage());
        } catch (Unreadable | IllegalArgumentException broken) {
            return new Trace.NoAnswer("Stripe's answer cannot be read: " + broken.getMessage());
        }
    }

    /** @see <a href="https://docs.stripe.com/payments/save-and-reuse">Save and reuse payment methods, charging off-session</a> */
    GatewayOutcome charge(Charge order) {
        Optional<MandateId> mandate = MandateId.parse(order.mandate());
        if (mandate.isEmpty()) {
            return new Declined("mandate_unknown", "This saved method is not one of Stripe's: ask the payer to agree again.");
        }
        Optional<Long> amount = StripeMoney.write(order.amount());
        if (amount.isEmpty()) {
            return new Declined("amount", StripeMoney.remedy(order.amount()));
        }
        Params params = Params.none().with("amount", amount.get()).with("currency", HostedCheckout.currency(order.amount()))
            .with("customer", mandate.get().customer()).with("payment_method", mandate.get().method())
            .with("payment_method_types[0]", mandate.get().type()).with("confirm", "true").with("off_session", "true")
            .with("description", order.reference())
            .with("metadata[" + Story.ATTEMPT + "]", order.key().value()).with("metadata[" + Story.KIND + "]", Story.CHARGE)
            .expand("latest_charge.balance_transaction");
        if (mandate.get().type().equals("card")) {
            params.with("statement_descriptor_suffix", call.settings().find(StripeForm.DESCRIPTOR));
        }
        return read(api.post("payment_intents", params, "charge-" + order.key()), intent -> charged(intent, order));
    }

    private static GatewayOutcome charged(Reading intent, Charge order) throws Unreadable {
        GatewayPaymentId id = new GatewayPaymentId(intent.text("id"));
        Money amount = intent.money("amount");
        if (!amount.equals(order.amount())) {
            return new InDoubt("Stripe charged " + amount + ", not " + order.amount() + ": look at payment " + id + " in Stripe");
        }
        return switch (intent.text("status")) {
            case "succeeded" -> settled(id, amount, intent);
            case "processing", "requires_capture" -> new Pending(id);
            case "requires_action" -> new Declined("authentication_required",
                "The payer's bank wants the payer to confirm: send the payer to the hosted page.");
            case "requires_payment_method", "canceled" -> declined(intent);
            default -> new InDoubt("Stripe says that payment " + id + " is " + intent.text("status"));
        };
    }

    private static Declined declined(Reading intent) {
        Optional<Reading> error = intent.findObject("last_payment_error");
        return new Declined(error.flatMap(found -> found.find("decline_code").or(() -> found.find("code"))).orElse("declined"),
            error.flatMap(found -> found.find("message")).orElse("The payer's bank declined: ask the payer for another method."));
    }

    /** A fee in the currency of settlement does not fit here; it comes as an event of its own either way. */
    private static Settled settled(GatewayPaymentId id, Money amount, Reading intent) throws Unreadable {
        Optional<Reading> booked = intent.findObject("latest_charge").flatMap(charge -> charge.findObject("balance_transaction"));
        Money fee = booked.isPresent() ? booked.get().money("fee") : Money.zero(amount.currency());
        boolean fits = fee.currency().equals(amount.currency()) && !fee.isNegative();
        return new Settled(id, amount, fits ? fee : Money.zero(amount.currency()),
            booked.isPresent() ? booked.get().time("created") : intent.time("created"));
    }

    /** The event {@code payment_method.detached} says when it is done. */
    GatewayOutcome forget(GatewayPaymentId mandate) {
        Optional<MandateId> parsed = MandateId.parse(mandate);
        if (parsed.isEmpty()) {
            return new Declined("mandate_unknown", "This saved method is not one of Stripe's: there is nothing to forget.");
        }
        String method = parsed.get().method();
        return read(api.post("payment_methods/" + method + "/detach", Params.none(), "forget-" + method), answer -> {
            answer.text("id");
            return new Pending(mandate);
        });
    }
}
