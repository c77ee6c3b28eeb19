package io.quittance.plugins.paypal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.testkit.contract.ApiDocument;
import io.quittance.testkit.contract.SharedContracts;
import io.quittance.testkit.gateway.GatewayWorld;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PayPal that holds us against its documents. */
final class PayPalWorld implements AutoCloseable {

    private static final List<String> PATHS = Stream.of("checkout_orders_v2", "payments_payment_v2", "customer_disputes_v1",
        "notifications_webhooks_v1", "reporting_transactions_v1").map(name -> "paypal/" + name + ".json").toList();

    /** No document describes how tokens are got; this is from developer.paypal.com/api/rest/authentication. */
    private static final String TOKENS = """
        {"openapi": "3.0.3", "paths": {"/v1/oauth2/token": {"post": {"requestBody": {"required": true, "content": {
          "application/x-www-form-urlencoded": {"schema": {"type": "object", "required": ["grant_type"],
            "properties": {"grant_type": {"type": "string", "enum": ["client_credentials"]}}}}}}}}}}""";

    final PayPalCompany paypal = new PayPalCompany(documents(), GatewayWorld.NOW);
    final GatewayWorld world = new GatewayWorld(documents(), paypal, PayPalWorld::settings);

    /** Read once: they are large. */
    private static final class Contract {
        private static final List<ApiDocument> DOCUMENTS = read();

        private static List<ApiDocument> read() {
            List<ApiDocument> documents = new ArrayList<>(List.of(ApiDocument.of(PayPalCompany.json(TOKENS))));
            for (String path : PATHS) {
                JsonNode document = SharedContracts.read(path);
                // the report's server address repeats the start of its paths
                ((ObjectNode) document.at("/servers/0")).put("url", "https://api-m.paypal.com");
                documents.add(ApiDocument.of(document));
            }
            return documents;
        }
    }

    static List<ApiDocument> documents() {
        // before the holder class, whose initialisation must not be what is skipped
        PATHS.forEach(SharedContracts::find);
        return Contract.DOCUMENTS;
    }

    static Map<String, String> settings(URI company) {
        return Map.of("environment", "sandbox", "client-id", PayPalCompany.ID, "client-secret", PayPalCompany.SECRET,
            "api-base", company.toString(), "brand-name", "Acme");
    }

    static WebhookDelivery delivery(String body, Instant at) {
        return new WebhookDelivery(body.getBytes(StandardCharsets.UTF_8), Map.of("PayPal-Transmission-Id", List.of("69cd13f0"),
            "PayPal-Transmission-Sig", List.of("kvP4kTBjbLU="), "PayPal-Transmission-Time", List.of(at.toString())));
    }

    @Override
    public void close() {
        world.close();
    }
}
