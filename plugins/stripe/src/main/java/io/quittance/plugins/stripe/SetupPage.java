package io.quittance.plugins.stripe;

import io.quittance.plugins.stripe.StripeApi.Answer;
import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.NotSent;
import io.quittance.spi.gateway.SavedMethods.Agreement;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Opens pages on which the payer only agrees to later charges; {@code setup_intent.succeeded} says when that is done.
 *
 * @see <a href="https://docs.stripe.com/payments/save-and-reuse?platform=checkout">Save a payment method with Checkout</a>
 */
final class SetupPage {

    /** Methods of direct debit and the one currency that each of them takes; cards and Link take any. */
    private static final Map<String, String> DEBITS = Map.of("sepa_debit", "EUR", "bacs_debit", "GBP", "us_bank_account", "USD",
        "au_becs_debit", "AUD", "acss_debit", "CAD");
    private static final Set<String> ANY_CURRENCY = Set.of("card", "link");

    private final GatewayCall call;

    SetupPage(GatewayCall call) {
        this.call = call;
    }

    CheckoutOutcome open(Agreement request) {
        String currency = request.currency().getCurrencyCode();
        List<String> chosen = StripeForm.methods(call.settings());
        // Stripe wants this page's methods named
        List<String> methods = (chosen.isEmpty() ? List.of("card") : chosen).stream()
            .filter(method -> ANY_CURRENCY.contains(method) || currency.equals(DEBITS.get(method))).toList();
        if (methods.isEmpty()) {
            return new Declined("method", "None of the payment methods in the settings can be charged again later in " + currency
                + ": add one, such as card.");
        }
        String key = request.key().value();
        Params params = Params.none().with("mode", "setup").with("client_reference_id", key)
            .with("success_url", request.returnUrl().toString()).with("cancel_url", request.returnUrl().toString())
            .with("locale", HostedCheckout.language(request.payerLocale())).with("customer_creation", "always")
            .with("metadata[" + Story.ATTEMPT + "]", key).with("setup_intent_data[metadata][" + Story.ATTEMPT + "]", key)
            .with("setup_intent_data[description]", request.reference());
        for (int i = 0; i < methods.size(); i++) {
            params.with("payment_method_types[" + i + "]", methods.get(i));
        }
        return switch (new StripeApi(call).post("checkout/sessions", params, "setup-" + request.key())) {
            case Answer.Said said -> page(said.json());
            case Answer.No no -> new Declined(no.code(), no.reason());
            case Answer.NotDone away -> new NotSent(away.reason());
            case Answer.Unclear unclear -> new InDoubt(unclear.reason());
        };
    }

    private static CheckoutOutcome page(Reading session) {
        try {
            return new HostedPage(new GatewayPaymentId(session.text("id")), URI.create(session.text("url")), session.time("expires_at"));
        } catch (Unreadable | IllegalArgumentException broken) {
            return new InDoubt("Stripe's answer cannot be read: " + broken.getMessage());
        }
    }
}
