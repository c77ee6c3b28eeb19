package io.quittance.plugins.mollie;

import io.quittance.plugins.kit.Answer;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.CheckoutRequest;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.NotSent;
import io.quittance.spi.gateway.SavedMethods.Agreement;
import io.quittance.spi.money.Money;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Opens Mollie's pages.
 *
 * @see <a href="https://docs.mollie.com/reference/create-payment">Create payment</a>
 */
final class Pages {

    private static final Map<String, String> LOCALES = Map.ofEntries(Map.entry("de", "de_DE"), Map.entry("en", "en_GB"),
        Map.entry("nl", "nl_NL"), Map.entry("fr", "fr_FR"), Map.entry("es", "es_ES"), Map.entry("it", "it_IT"), Map.entry("pt", "pt_PT"),
        Map.entry("pl", "pl_PL"), Map.entry("da", "da_DK"), Map.entry("sv", "sv_SE"), Map.entry("nb", "nb_NO"), Map.entry("fi", "fi_FI"),
        Map.entry("cs", "cs_CZ"), Map.entry("hu", "hu_HU"), Map.entry("lt", "lt_LT"), Map.entry("lv", "lv_LV"), Map.entry("sk", "sk_SK"),
        Map.entry("ca", "ca_ES"), Map.entry("is", "is_IS"));

    /** How long a page lives when Mollie does not say. */
    private static final Duration USUALLY = Duration.ofMinutes(15);

    private final GatewayCall call;
    private final MollieApi api;

    Pages(GatewayCall call) {
        this.call = call;
        this.api = MollieApi.of(call);
    }

    CheckoutOutcome open(CheckoutRequest request) {
        List<String> methods = MollieForm.methods(call.settings());
        Map<String, Object> body = body(request);
        if (!methods.isEmpty()) {
            body.put("method", methods);
        }
        return opened(body, request.amount(), "checkout-" + request.key());
    }

    /** The payer also agrees to be charged again: the first payment of a sequence, by a customer of its own. */
    CheckoutOutcome agree(CheckoutRequest request) {
        return first(body(request), request.amount(), request.key().value());
    }

    /** Mollie takes an agreement that costs nothing from cards alone. */
    CheckoutOutcome agreeWithoutPaying(Agreement request) {
        Money nothing = Money.zero(request.currency());
        Map<String, Object> body = body(nothing, request.reference(), request.key().value(), request.returnUrl(), request.webhookUrl(),
            request.payerLocale());
        body.put("method", "creditcard");
        return first(body, nothing, request.key().value());
    }

    private CheckoutOutcome first(Map<String, Object> body, Money amount, String key) {
        Answer customer = api.post("customers", Map.of("name", body.get("description"), "metadata", body.get("metadata")), "customer-"
            + key);
        return switch (customer) {
            case Answer.Said said when said.json().find("id").isPresent() -> {
                body.put("customerId", said.json().find("id").get());
                body.put("sequenceType", "first");
                yield opened(body, amount, "agree-" + key);
            }
            case Answer.No no -> new Declined(no.code(), no.reason());
            // a customer without a payment costs nothing and moves nothing
            case Answer.Said _, Answer.NotDone _, Answer.Unclear _ -> new NotSent("Mollie did not set up the customer: try again");
        };
    }

    private static Map<String, Object> body(CheckoutRequest request) {
        return body(request.amount(), request.reference(), request.key().value(), request.returnUrl(), request.webhookUrl(),
            request.payerLocale());
    }

    private static Map<String, Object> body(Money amount, String reference, String key, URI back, URI notices, Locale payer) {
        Map<String, Object> body = new HashMap<>(Map.of("amount", amount(amount), "description", cut(reference),
            "redirectUrl", back.toString(), "metadata", Map.of(Telling.ATTEMPT, key)));
        if (!isOwnMachine(notices)) {
            body.put("webhookUrl", notices.toString());
        }
        if (LOCALES.containsKey(payer.getLanguage())) {
            body.put("locale", LOCALES.get(payer.getLanguage()));
        }
        return body;
    }

    /** Mollie refuses a payment whose notices it could never deliver; then we ask by ourselves. */
    private static boolean isOwnMachine(URI address) {
        String host = String.valueOf(address.getHost());
        return host.equals("localhost") || host.endsWith(".localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    static String cut(String text) {
        return text.length() <= 255 ? text : text.substring(0, 255);
    }

    static Map<String, String> amount(Money amount) {
        return Map.of("currency", amount.currency().getCurrencyCode(), "value", amount.toDecimal().toPlainString());
    }

    private CheckoutOutcome opened(Map<String, Object> body, Money amount, String idempotency) {
        return api.post("payments", body, idempotency).page(payment -> page(payment, amount));
    }

    private CheckoutOutcome page(Reading payment, Money asked) throws Unreadable {
        if (!payment.object("amount").money("value", "currency").equals(asked)) {
            return new InDoubt("Mollie answered with a page for another amount");
        }
        String page = payment.object("_links").object("checkout").text("href");
        return new HostedPage(payment.id("id"), URI.create(page),
            payment.findTime("expiresAt").orElseGet(() -> call.clock().instant().plus(USUALLY)));
    }
}
