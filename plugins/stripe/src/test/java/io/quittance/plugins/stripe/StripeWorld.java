package io.quittance.plugins.stripe;

import io.quittance.config.Configuration;
import io.quittance.plugin.boundary.BoundedHttp;
import io.quittance.spi.gateway.CheckoutRequest;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.PlatformHttp;
import io.quittance.spi.gateway.SavedMethods.Agreement;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.spi.money.Money;
import io.quittance.spi.settings.Settings;
import io.quittance.testkit.contract.ApiDocument;
import io.quittance.testkit.contract.ContractServer;
import io.quittance.testkit.contract.SharedContracts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A Stripe that holds us against its document, and all that is needed to talk to it through the platform's own client. */
final class StripeWorld implements AutoCloseable {

    private static final String PATH = "stripe/stripe-openapi-apiversion-2022-11-15.json.gz";

    static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");
    static final String SECRET = "whsec_contract";

    final StripeCompany stripe = new StripeCompany(NOW);
    final ContractServer server = new ContractServer(document(), stripe);
    private final BoundedHttp http = new BoundedHttp(new Configuration() {
        @Override
        public Optional<String> find(String name) {
            return Optional.of("allow");
        }
    });

    /** Read once: it is large. */
    private static final class Contract {
        private static final ApiDocument DOCUMENT = ApiDocument.shared(PATH);
    }

    static ApiDocument document() {
        // before the holder class, whose initialisation must not be what is skipped
        SharedContracts.find(PATH);
        return Contract.DOCUMENT;
    }

    static Map<String, String> settings(URI company) {
        return Map.of("secret-key", StripeCompany.KEY, "webhook-secret", SECRET, "webhook-secret-previous", "whsec_before",
            "api-base", company.toString(), "statement-descriptor", "ACME");
    }

    GatewayCall call(String... more) {
        return call(NOW, more);
    }

    /** For trouble that shall not be waited for. */
    GatewayCall impatient() {
        return call(NOW, Duration.ofSeconds(1));
    }

    /** @param more settings, name and value in turns */
    GatewayCall call(Instant at, String... more) {
        return call(at, Duration.ofSeconds(20), more);
    }

    private GatewayCall call(Instant at, Duration patience, String... more) {
        Map<String, String> values = new HashMap<>(settings(server.address()));
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        Settings settings = Settings.of(values);
        PlatformHttp client = http.to(List.of("setting:api-base"), settings);
        return new GatewayCall(settings, request -> client.send(request.within(patience)), Clock.fixed(at, ZoneOffset.UTC));
    }

    static CheckoutRequest request(String key, Money amount) {
        return new CheckoutRequest(new IdempotencyKey(key), amount, "INV-1", "Consulting & more",
            URI.create("https://acme.example/back?a=1&b=2"),
            URI.create("https://acme.example/hooks/1"), Locale.GERMAN);
    }

    static Agreement agreement(String key) {
        return new Agreement(new IdempotencyKey(key), Currency.getInstance("EUR"), "Subscription", URI.create("https://acme.example/back"),
            URI.create("https://acme.example/hooks/1"), Locale.ENGLISH);
    }

    static WebhookDelivery delivery(String body, Instant at, String secret) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new WebhookDelivery(bytes, Map.of("Stripe-Signature", List.of("t=" + at.getEpochSecond() + ",v1="
            + hmac("an older secret", at, bytes) + ",v0=" + hmac(secret, at, new byte[0]) + ",v1=" + hmac(secret, at, bytes))));
    }

    static String hmac(String secret, Instant at, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException(defect);
        }
    }

    @Override
    public void close() {
        server.close();
        http.close();
    }
}
