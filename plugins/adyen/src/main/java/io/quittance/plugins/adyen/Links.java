package io.quittance.plugins.adyen;

import io.quittance.plugins.kit.NoAnswer;
import io.quittance.plugins.kit.Query;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.CheckoutRequest;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.GatewayOutcome;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.PaymentInquiry.Finding;
import io.quittance.spi.gateway.PaymentInquiry.Inquiry;
import io.quittance.spi.gateway.Pending;
import io.quittance.spi.gateway.Refunds.Refund;
import io.quittance.spi.money.Money;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Payment links: Adyen's page by redirect. And what can be ordered and asked about what was paid on them.
 *
 * @see <a href="https://docs.adyen.com/api-explorer/Checkout/72/post/paymentLinks">Create a payment link</a>
 */
final class Links {

    /** Before our keys in Adyen's references, so that ours are known among others of the account. */
    static final String OURS = "quittance-";

    private static final Duration SETTLING = Duration.ofSeconds(60);

    private static final Map<String, String> LOCALES = Map.ofEntries(Map.entry("de", "de-DE"), Map.entry("en", "en-US"),
        Map.entry("fr", "fr-FR"), Map.entry("es", "es-ES"), Map.entry("it", "it-IT"), Map.entry("nl", "nl-NL"), Map.entry("pl", "pl-PL"),
        Map.entry("pt", "pt-PT"), Map.entry("da", "da-DK"), Map.entry("sv", "sv-SE"), Map.entry("nb", "no-NO"), Map.entry("fi", "fi-FI"),
        Map.entry("cs", "cs-CZ"), Map.entry("ja", "ja-JP"));

    private final GatewayCall call;
    private final AdyenApi api;

    Links(GatewayCall call) {
        this.call = call;
        this.api = new AdyenApi(call);
    }

    CheckoutOutcome open(CheckoutRequest request) {
        Optional<Map<String, ?>> amount = AdyenMoney.write(request.amount());
        if (amount.isEmpty()) {
            return new Declined("amount", AdyenMoney.remedy(request.amount()));
        }
        Map<String, Object> body = new HashMap<>(Map.of("merchantAccount", api.account(), "amount", amount.get(),
            "reference", OURS + request.key(), "merchantOrderReference", cut(request.reference(), 80),
            "description", cut(request.reference(), 280), "returnUrl", request.returnUrl().toString(), "reusable", false));
        if (!AdyenForm.capturesLater(call.settings())) {
            body.put("captureDelayHours", 0);
        }
        Optional.ofNullable(LOCALES.get(request.payerLocale().getLanguage())).ifPresent(locale -> body.put("shopperLocale", locale));
        List<String> methods = AdyenForm.methods(call.settings());
        if (!methods.isEmpty()) {
            body.put("allowedPaymentMethods", methods);
        }
        return api.post("paymentLinks", body, "checkout-" + request.key()).page(link -> page(link, request.amount()));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private CheckoutOutcome page(Reading link, Money asked) throws Unreadable {
        if (!AdyenMoney.read(link.object("amount")).equals(asked)) {
            return new InDoubt("Adyen answered with a page for another amount");
        }
        return new HostedPage(link.id("id"), URI.create(link.text("url")), link.time("expiresAt"));
    }

    /**
     * What became of an attempt. A link says whether it was paid, not by which payment: the webhook brings that, and until then
     * the attempt stays open, so that nobody is charged twice. A link whose name never reached us has a page that nobody was
     * sent to, so it cannot be paid, and the same key opens the same link again.
     */
    Finding ask(Inquiry inquiry) throws NoAnswer, Unreadable {
        if (inquiry.payment().isEmpty()) {
            boolean early = call.clock().instant().isBefore(inquiry.startedAt().plus(SETTLING));
            return early ? new Finding.NoAnswer("Adyen may still be opening the page") : new Finding.NeverSeen();
        }
        Reading link = api.get("paymentLinks/" + Query.part(inquiry.payment().get().value())).said();
        String status = link.text("status");
        return switch (status) {
            case "active", "paymentPending", "completed", "paid" -> new Finding.Known(List.of(), true);
            case "expired" -> new Finding.Known(List.of(), false);
            default -> throw new Unreadable("a payment link has the status " + status);
        };
    }

    /**
     * Adyen takes a refund and says later, by webhook, how it ended.
     *
     * @see <a href="https://docs.adyen.com/api-explorer/Checkout/72/post/payments/(paymentPspReference)/refunds">Refund a payment</a>
     */
    GatewayOutcome refund(Refund order) {
        Optional<Map<String, ?>> amount = AdyenMoney.write(order.amount());
        if (amount.isEmpty()) {
            return new Declined("amount", AdyenMoney.remedy(order.amount()));
        }
        Map<String, ?> body = Map.of("merchantAccount", api.account(), "amount", amount.get(), "reference", OURS + order.key());
        String path = "payments/" + Query.part(order.payment().value()) + "/refunds";
        return api.post(path, body, "refund-" + order.key()).outcome(refund -> {
            Money given = AdyenMoney.read(refund.object("amount"));
            return given.equals(order.amount()) && refund.text("status").equals("received") ? new Pending(refund.id("pspReference"))
                : new InDoubt("Adyen says " + refund.text("status") + " of " + given + " for refund " + refund.id("pspReference")
                    + ": look at it in Adyen");
        });
    }
}
