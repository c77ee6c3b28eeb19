package io.quittance.plugins.stripe;

import io.quittance.plugins.stripe.StripeApi.Answer;
import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.CheckoutRequest;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.NotSent;
import io.quittance.spi.money.Money;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Opens Checkout Sessions.
 *
 * @see <a href="https://docs.stripe.com/api/checkout/sessions/create">Create a Checkout Session</a>
 */
final class HostedCheckout {

    /** Languages in which we know Stripe's page to exist; for others the browser decides. */
    private static final Set<String> LANGUAGES = Set.of("bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fil", "fr", "hr", "hu", "id",
        "it", "ja", "ko", "lt", "lv", "ms", "mt", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "th", "tr", "vi", "zh");

    private static final Map<String, String> TRANSFER_TYPES = Map.of("EUR", "eu_bank_transfer", "GBP", "gb_bank_transfer",
        "JPY", "jp_bank_transfer", "MXN", "mx_bank_transfer", "USD", "us_bank_transfer");

    private final GatewayCall call;
    private final StripeApi api;

    HostedCheckout(GatewayCall call) {
        this.call = call;
        this.api = new StripeApi(call);
    }

    /** @param saves whether the payer agrees to be charged again later */
    CheckoutOutcome open(CheckoutRequest request, boolean saves) {
        Optional<Long> amount = StripeMoney.write(request.amount());
        if (amount.isEmpty()) {
            return new Declined("amount", StripeMoney.remedy(request.amount()));
        }
        List<String> chosen = StripeForm.methods(call.settings());
        List<String> methods = chosen.stream().filter(method -> takes(method, request.amount())).toList();
        if (!chosen.isEmpty() && methods.isEmpty()) {
            return new Declined("currency", "None of the payment methods in the settings takes " + request.amount().currency()
                + ": add one, such as card.");
        }
        Params params = params(request, amount.get(), saves);
        for (int i = 0; i < methods.size(); i++) {
            params.with("payment_method_types[" + i + "]", methods.get(i));
        }
        if (methods.contains(StripeForm.BANK_TRANSFER)) {
            switch (api.post("customers", customer(request), "customer-" + request.key())) {
                case Answer.Said said when said.json().find("id").isPresent() -> bankTransfer(params, request.amount(), said.json());
                case Answer.No no -> {
                    return new Declined(no.code(), no.reason());
                }
                case Answer.Said _, Answer.NotDone _, Answer.Unclear _ -> {
                    return new NotSent("Stripe did not set up the bank transfer: try again");
                }
            }
        } else if (saves) {
            params.with("customer_creation", "always");
        }
        return opened(api.post("checkout/sessions", params, "checkout-" + request.key()), request);
    }

    /** Stripe refuses a whole session for one method that does not take its currency. */
    private static boolean takes(String method, Money amount) {
        return switch (method) {
            case "sepa_debit" -> amount.currency().getCurrencyCode().equals("EUR");
            case StripeForm.BANK_TRANSFER -> TRANSFER_TYPES.containsKey(amount.currency().getCurrencyCode());
            default -> true;
        };
    }

    private static Params customer(CheckoutRequest request) {
        return Params.none().with("description", request.reference()).with("metadata[" + Story.ATTEMPT + "]", request.key().value());
    }

    private void bankTransfer(Params params, Money amount, Reading customer) {
        String type = TRANSFER_TYPES.get(amount.currency().getCurrencyCode());
        String options = "payment_method_options[customer_balance]";
        params.with("customer", customer.find("id")).with(options + "[funding_type]", "bank_transfer")
            .with(options + "[bank_transfer][type]", type);
        if (type.equals("eu_bank_transfer")) {
            params.with(options + "[bank_transfer][eu_bank_transfer][country]", call.settings().find(StripeForm.BANK_COUNTRY).orElse("DE"));
        }
    }

    private Params params(CheckoutRequest request, long amount, boolean saves) {
        String key = request.key().value();
        String intent = "payment_intent_data";
        Params params = Params.none().with("mode", "payment").with("client_reference_id", key)
            .with("success_url", request.returnUrl().toString()).with("cancel_url", request.returnUrl().toString())
            .with("locale", language(request.payerLocale()))
            .with("line_items[0][quantity]", 1)
            .with("line_items[0][price_data][currency]", currency(request.amount()))
            .with("line_items[0][price_data][unit_amount]", amount)
            .with("line_items[0][price_data][product_data][name]", cut(request.reference(), 250))
            .with("metadata[" + Story.ATTEMPT + "]", key)
            .with(intent + "[metadata][" + Story.ATTEMPT + "]", key)
            .with(intent + "[metadata][" + Story.KIND + "]", Story.CHECKOUT)
            .with(intent + "[description]", cut(request.reference(), 250))
            .with(intent + "[statement_descriptor_suffix]", call.settings().find(StripeForm.DESCRIPTOR));
        if (!request.description().isBlank() && !request.description().equals(request.reference())) {
            params.with("line_items[0][price_data][product_data][description]", cut(request.description(), 500));
        }
        return saves ? params.with(intent + "[setup_future_usage]", "off_session") : params;
    }

    /** The page's language; Stripe refuses one that it does not know. */
    static String language(Locale payer) {
        return LANGUAGES.contains(payer.getLanguage()) ? payer.getLanguage() : "auto";
    }

    static String currency(Money amount) {
        return amount.currency().getCurrencyCode().toLowerCase(Locale.ROOT);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static CheckoutOutcome opened(Answer answer, CheckoutRequest request) {
        return switch (answer) {
            case Answer.Said said -> page(said.json(), request);
            case Answer.No no -> new Declined(no.code(), no.reason());
            case Answer.NotDone away -> new NotSent(away.reason());
            case Answer.Unclear unclear -> new InDoubt(unclear.reason());
        };
    }

    private static CheckoutOutcome page(Reading session, CheckoutRequest request) {
        try {
            if (!session.money("amount_total").equals(request.amount())) {
                return new InDoubt("Stripe answered with a page for another amount");
            }
            return new HostedPage(new GatewayPaymentId(session.text("id")), URI.create(session.text("url")), session.time("expires_at"));
        } catch (Unreadable | IllegalArgumentException broken) {
            return new InDoubt("Stripe's answer cannot be read: " + broken.getMessage());
        }
    }
}
