package io.quittance.plugins.stripe;

import io.quittance.plugins.stripe.StripeApi.Answer;
import io.quittance.spi.gateway.HttpReply;
import java.util.Map;
import java.util.Optional;

/**
 * What an answer other than 2xx means for the money, and what a person can do about it.
 *
 * <p>Carried out or not is what counts: 402 and other refusals have changed nothing; 429 was not even begun; a conflict of
 * idempotency says that the key was used before, so the first request may have succeeded; from 5xx nothing follows.
 *
 * @see <a href="https://docs.stripe.com/api/errors">Errors</a>
 * @see <a href="https://docs.stripe.com/error-codes">Error codes</a>
 */
final class StripeErrors {

    private static final Map<String, String> REMEDIES = Map.ofEntries(
        Map.entry("amount_too_small", "The amount is below Stripe's minimum for this currency: collect it in another way."),
        Map.entry("amount_too_large", "The amount is above Stripe's maximum: collect it in parts or in another way."),
        Map.entry("authentication_required", "The payer's bank wants the payer to confirm: send the payer to the hosted page."),
        Map.entry("balance_insufficient", "The Stripe balance does not cover it: top the balance up, or wait for payments."),
        Map.entry("charge_already_refunded", "It has been refunded already: look at the payment in Stripe."),
        Map.entry("charge_disputed", "The payer's bank has taken it back already: answer the dispute instead of refunding."),
        Map.entry("country_unsupported", "Stripe does not work in this country for this account."),
        Map.entry("expired_card", "The card has expired: ask the payer for another one."),
        Map.entry("insufficient_funds", "The payer's account does not cover it: try again later or ask for another method."),
        Map.entry("payment_method_not_available", "The method is not available now: ask the payer for another one."),
        Map.entry("payment_method_unactivated", "Activate the payment method in Stripe, or take it out of the settings."),
        Map.entry("resource_missing", "Stripe does not know it: check that the secret key belongs to the same account and mode."),
        Map.entry("testmode_charges_only", "The account is not activated yet: complete it in Stripe."));

    private StripeErrors() {
    }

    static Answer understand(HttpReply.Answered answered) {
        int status = answered.status();
        if (status == 429) {
            return new Answer.NotDone("Stripe is asked too much at once: repeat it "
                + answered.header("retry-after").map(seconds -> "in " + seconds + " s").orElse("later"));
        }
        Optional<Reading> error = error(answered);
        String type = error.flatMap(json -> json.find("type")).orElse("");
        if (error.isEmpty() || status < 400 || status >= 500 || status == 409 || status == 424 || type.equals("api_error")
                || type.equals("idempotency_error")) {
            return new Answer.Unclear("Stripe answered with status " + status + (type.isEmpty() ? "" : " and " + type)
                + ": ask it what became of the order");
        }
        return refusal(status, type, error.get());
    }

    private static Optional<Reading> error(HttpReply.Answered answered) {
        try {
            return Reading.of(answered.text()).findObject("error");
        } catch (Unreadable page) {
            return Optional.empty();
        }
    }

    private static Answer refusal(int status, String type, Reading error) {
        String code = error.find("decline_code").or(() -> error.find("code")).orElse(type.isEmpty() ? "status_" + status : type);
        // Stripe's own sentence about a key could show a part of it
        if (status == 401) {
            return new Answer.No(code, "Stripe does not accept the secret key: enter the account's current one in the settings.");
        }
        String message = error.find("message").orElse("Stripe refused it.");
        if (status == 403) {
            return new Answer.No(code, "The key may not do this: give the restricted key the permission, or use another. " + message);
        }
        String remedy = error.find("code").map(REMEDIES::get).or(() -> Optional.ofNullable(REMEDIES.get(code))).orElse("");
        return new Answer.No(code, (message + " " + remedy).strip());
    }
}
