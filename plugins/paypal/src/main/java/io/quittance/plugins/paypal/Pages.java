package io.quittance.plugins.paypal;

import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.CheckoutRequest;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.InDoubt;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Opens orders that the payer approves on PayPal's page.
 *
 * @see <a href="https://developer.paypal.com/docs/api/orders/v2/#orders_create">Create order</a>
 */
final class Pages {

    /** How long an order can be approved. */
    static final Duration LIFE = Duration.ofHours(3);

    private static final Map<String, String> LOCALES = Map.ofEntries(Map.entry("de", "de-DE"), Map.entry("en", "en-GB"),
        Map.entry("fr", "fr-FR"), Map.entry("es", "es-ES"), Map.entry("it", "it-IT"), Map.entry("nl", "nl-NL"), Map.entry("pl", "pl-PL"),
        Map.entry("pt", "pt-PT"), Map.entry("da", "da-DK"), Map.entry("sv", "sv-SE"), Map.entry("nb", "no-NO"), Map.entry("ja", "ja-JP"));

    /** Rels of the link to PayPal's page, in the newer interface and the older. */
    private static final Set<String> TO_THE_PAGE = Set.of("payer-action", "approve");

    private final GatewayCall call;
    private final PayPalApi api;

    Pages(GatewayCall call, PayPalApi api) {
        this.call = call;
        this.api = api;
    }

    CheckoutOutcome open(CheckoutRequest request) {
        Optional<Map<String, String>> amount = PayPalMoney.write(request.amount());
        if (amount.isEmpty()) {
            return new Declined("amount", PayPalMoney.remedy(request.amount()));
        }
        Map<String, Object> page = new HashMap<>(Map.of("return_url", request.returnUrl().toString(),
            "cancel_url", request.returnUrl().toString(), "user_action", "PAY_NOW", "shipping_preference", "NO_SHIPPING"));
        Optional.ofNullable(LOCALES.get(request.payerLocale().getLanguage())).ifPresent(locale -> page.put("locale", locale));
        call.settings().find(PayPalForm.BRAND).ifPresent(brand -> page.put("brand_name", brand));
        // no invoice_id: accounts refuse one that was used before, and an invoice may be paid in parts
        Map<String, Object> body = Map.of("intent", "CAPTURE",
            "purchase_units", List.of(Map.of("amount", amount.get(), "custom_id", request.key().value(),
                "description", cut(request.reference(), 127))),
            "payment_source", Map.of("paypal", Map.of("experience_context", page)));
        return api.post("/v2/checkout/orders", body, "checkout-" + request.key()).page(order -> page(order, request));
    }

    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private CheckoutOutcome page(Reading order, CheckoutRequest request) throws Unreadable {
        List<Reading> units = order.list("purchase_units");
        if (units.isEmpty() || !PayPalMoney.read(units.getFirst().object("amount")).equals(request.amount())) {
            return new InDoubt("PayPal answered with a page for another amount");
        }
        for (Reading link : order.list("links")) {
            if (link.find("rel").filter(TO_THE_PAGE::contains).isPresent()) {
                return new HostedPage(order.id("id"), URI.create(link.text("href")), call.clock().instant().plus(LIFE));
            }
        }
        return new InDoubt("PayPal's answer names no page");
    }
}
