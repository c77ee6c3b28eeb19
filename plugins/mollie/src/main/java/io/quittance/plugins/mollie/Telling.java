package io.quittance.plugins.mollie;

import io.quittance.plugins.kit.NoAnswer;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Story;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.PaymentEvent.MandateState;
import io.quittance.spi.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * All that has happened to a payment, from its present state and that of its refunds and chargebacks. Fees are none of it:
 * Mollie states them with its settlements.
 *
 * @see <a href="https://docs.mollie.com/docs/handling-payment-status">Handling payment status</a>
 */
final class Telling {

    /** Our key, where Mollie keeps it for us. */
    static final String ATTEMPT = "quittance_attempt";

    private static final int PAGES_MAX = 5;

    private Telling() {
    }

    static Optional<IdempotencyKey> attempt(Reading object) {
        return object.findObject("metadata").flatMap(metadata -> metadata.key(ATTEMPT));
    }

    static Story.Told of(MollieApi api, Reading payment) throws NoAnswer, Unreadable {
        GatewayPaymentId id = payment.id("id");
        Story story = new Story(id, attempt(payment));
        Money amount = payment.object("amount").money("value", "currency");
        String status = payment.text("status");
        return switch (status) {
            case "open", "pending" -> story.told(true);
            case "authorized" -> story.authorised(when(payment, "authorizedAt"), amount).told(true);
            case "paid" -> {
                paid(api, story, payment, amount);
                yield story.told(false);
            }
            case "failed", "canceled", "expired" -> {
                Optional<Reading> why = payment.findObject("statusReason");
                yield story.failed(when(payment, status + "At"), amount, why.flatMap(found -> found.find("code")).orElse(status),
                    why.flatMap(found -> found.find("message")).orElse(reason(status))).told(false);
            }
            default -> throw new Unreadable("a payment has the status " + status);
        };
    }

    private static String reason(String status) {
        return switch (status) {
            case "canceled" -> "The payer cancelled the payment.";
            case "expired" -> "The payer did not pay in time.";
            default -> "The payment failed at the payer's bank: ask the payer for another method.";
        };
    }

    private static Instant when(Reading payment, String field) throws Unreadable {
        Optional<Instant> when = payment.findTime(field);
        return when.isPresent() ? when.get() : payment.time("createdAt");
    }

    private static void paid(MollieApi api, Story story, Reading payment, Money amount) throws NoAnswer, Unreadable {
        Instant when = when(payment, "paidAt");
        // an agreement without a payment is one of nothing
        if (amount.isPositive()) {
            story.captured(when, amount, Methods.kind(payment), Methods.label(payment));
        }
        Optional<String> customer = payment.find("customerId");
        Optional<String> mandate = payment.find("mandateId");
        if (payment.find("sequenceType").filter("first"::equals).isPresent() && customer.isPresent() && mandate.isPresent()) {
            story.mandate(when, new MandateId(customer.get(), mandate.get()).asId(), MandateState.ACTIVE, Methods.kind(payment),
                Methods.label(payment));
        }
        String path = "payments/" + payment.text("id");
        if (moved(payment, "amountRefunded")) {
            for (Reading refund : api.list(path + "/refunds", "refunds", PAGES_MAX, MollieApi.Until.end()).reversed()) {
                refunded(story, refund);
            }
        }
        if (moved(payment, "amountChargedBack") || payment.at("_links", "chargebacks").isPresent()) {
            for (Reading chargeback : api.list(path + "/chargebacks", "chargebacks", PAGES_MAX, MollieApi.Until.end()).reversed()) {
                chargedBack(story, chargeback);
            }
        }
    }

    private static boolean moved(Reading payment, String field) throws Unreadable {
        Optional<Reading> amount = payment.findObject(field);
        return amount.isPresent() && amount.get().money("value", "currency").isPositive();
    }

    /** A refund that is under way, or failed, has given nothing back. */
    private static void refunded(Story story, Reading refund) throws Unreadable {
        if (refund.text("status").equals("refunded")) {
            story.refunded(refund.time("createdAt"), refund.id("id"), refund.object("amount").money("value", "currency"));
        }
    }

    /** Mollie names no day to answer by: one answers in its dashboard. */
    private static void chargedBack(Story story, Reading chargeback) throws Unreadable {
        GatewayPaymentId id = chargeback.id("id");
        Money amount = chargeback.object("amount").money("value", "currency");
        String reason = chargeback.findObject("reason").flatMap(found -> found.find("code")).orElse("chargeback");
        story.disputed(chargeback.time("createdAt"), id, amount, reason, Optional.empty());
        Optional<Instant> reversed = chargeback.findTime("reversedAt");
        if (reversed.isPresent()) {
            story.closed(reversed.get(), id, true, amount);
        }
    }
}
