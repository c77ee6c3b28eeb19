package io.quittance.plugins.adyen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.testkit.contract.ApiDocument;
import io.quittance.testkit.contract.SharedContracts;
import io.quittance.testkit.gateway.GatewayWorld;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** An Adyen that holds us against its documents. */
final class AdyenWorld implements AutoCloseable {

    static final String HMAC_KEY = "44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056";

    private static final String PATH = "adyen/CheckoutService-v72.json.gz";

    /** No document describes how reports are fetched; this is from docs.adyen.com, "Get reports automatically". */
    private static final String REPORTS = """
        {"openapi": "3.1.0", "paths": {"/reports/download/MerchantAccount/{account}/{report}": {"get": {"parameters": [
          {"name": "X-API-Key", "in": "header", "required": true, "schema": {"type": "string"}}]}}}}""";

    final AdyenCompany adyen = new AdyenCompany(document(), GatewayWorld.NOW);
    final GatewayWorld world = new GatewayWorld(List.of(document(), ApiDocument.of(AdyenCompany.json(REPORTS))), adyen,
        AdyenWorld::settings);

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
        return Map.of("environment", "test", "merchant-account", AdyenCompany.ACCOUNT, "api-key", AdyenCompany.KEY, "hmac-key", HMAC_KEY,
            "hmac-key-previous", "DFB1EB5485895CFA84146406857104ABB4CBCABDC8AAF103A624C8F6A3EAAB00", "report-key", "report-contract",
            "api-base", company.toString());
    }

    /** The official example of a notification; empty for the few that have none. @param code such as {@code AUTHORISATION} */
    static ObjectNode example(String code) {
        JsonNode webhooks = SharedContracts.read("adyen/Webhooks-v1.json.gz");
        JsonNode content = webhooks.path("webhooks").path("/" + code).path("post").at("/requestBody/content/application~1json");
        if (content.path("examples").isEmpty()) {
            return JsonNodeFactory.instance.objectNode();
        }
        JsonNode example = content.path("examples").elements().next();
        JsonNode found = example.has("$ref") ? webhooks.at(example.get("$ref").asText().substring(1)) : example;
        return found.get("value").deepCopy();
    }

    /** A notification about a payment of ours, as the official example of its kind has it otherwise. */
    static ObjectNode notice(String code, String psp, String original, String reference, long value) {
        ObjectNode notice = example(code);
        ObjectNode item = item(notice);
        item.put("pspReference", psp).put("merchantAccountCode", AdyenCompany.ACCOUNT).put("merchantReference", reference)
            .put("success", "true").put("eventDate", "2026-03-01T10:30:00+01:00");
        item.putObject("amount").put("currency", "EUR").put("value", value);
        if (original.isEmpty()) {
            item.remove("originalReference");
        } else {
            item.put("originalReference", original);
        }
        return notice;
    }

    static ObjectNode item(ObjectNode notice) {
        return (ObjectNode) notice.at("/notificationItems/0/NotificationRequestItem");
    }

    /** Signs and sends. */
    static WebhookDelivery delivery(ObjectNode notice) {
        try {
            ObjectNode item = item(notice);
            byte[] payload = AdyenSignature.payload(Reading.of(item.toString())).getBytes(StandardCharsets.UTF_8);
            item.withObjectProperty("additionalData").put("hmacSignature", AdyenSignature.sign(HMAC_KEY, payload));
        } catch (Unreadable incomplete) {
            notice.put("unsigned", incomplete.getMessage());
        }
        return raw(notice.toString());
    }

    static WebhookDelivery raw(String body) {
        return new WebhookDelivery(body.getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", List.of("application/json")));
    }


    @Override
    public void close() {
        world.close();
    }
}
