package io.quittance.plugins.btcpay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.testkit.contract.ApiDocument;
import io.quittance.testkit.contract.ApiRequest;
import io.quittance.testkit.contract.ContractServer;
import io.quittance.testkit.gateway.GatewayWorld;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A store of a BTCPay Server with one invoice at a time, as the documentation describes it. */
final class BtcPayWorld implements ContractServer.Company, AutoCloseable {

    static final String STORE = "9CiNzKoANXxmk5ayZngSXrHTiVvvgCrwrpFQd4m2K776";
    static final String SECRET = "webhook-secret-of-the-store";
    static final String KEY = "1111111111111111111111111111111111111111";
    static final long MADE = GatewayWorld.NOW.getEpochSecond();

    /** From docs.btcpayserver.org/API/Greenfield/v1: what is used of it, and nothing besides is allowed. */
    private static final String DOCUMENT = """
        {"openapi": "3.0.3", "paths": {
          "/api/v1/stores/{storeId}": {"get": {"parameters": [{"name": "storeId", "in": "path", "required": true,
            "schema": {"type": "string"}}]}},
          "/api/v1/stores/{storeId}/invoices": {"post": {"parameters": [{"name": "storeId", "in": "path", "required": true,
            "schema": {"type": "string"}}], "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "type": "object", "required": ["amount", "currency"], "additionalProperties": false, "properties": {
                "amount": {"type": "string", "pattern": "^[0-9]+([.][0-9]+)?$"}, "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
                "metadata": {"type": "object", "required": ["orderId"], "properties": {"orderId": {"type": "string"},
                  "itemDesc": {"type": "string"}, "invoiceNumber": {"type": "string"}}},
                "checkout": {"type": "object", "additionalProperties": false, "properties": {
                  "redirectURL": {"type": "string"}, "redirectAutomatically": {"type": "boolean"}, "defaultLanguage": {"type": "string"},
                  "expirationMinutes": {"type": "integer"},
                  "speedPolicy": {"type": "string", "enum": ["HighSpeed", "MediumSpeed", "LowMediumSpeed", "LowSpeed"]}}}}}}}}}},
          "/api/v1/stores/{storeId}/invoices/{invoiceId}": {"get": {"parameters": [{"name": "storeId", "in": "path", "required": true,
            "schema": {"type": "string"}}, {"name": "invoiceId", "in": "path", "required": true, "schema": {"type": "string"}}]}},
          "/api/v1/stores/{storeId}/invoices/{invoiceId}/payment-methods": {"get": {"parameters": [{"name": "storeId", "in": "path",
            "required": true, "schema": {"type": "string"}}, {"name": "invoiceId", "in": "path", "required": true,
            "schema": {"type": "string"}}]}}}}""";

    final GatewayWorld world = new GatewayWorld(List.of(ApiDocument.of(json(DOCUMENT))), this, BtcPayWorld::settings);
    private ObjectNode invoice = (ObjectNode) json("{}");
    private String methods = "[]";

    static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }

    static Map<String, String> settings(URI company) {
        return Map.of(BtcPayForm.SERVER, company.toString(), "api-base", company.toString(), BtcPayForm.STORE, STORE,
            BtcPayForm.API_KEY, KEY, BtcPayForm.WEBHOOK_SECRET, SECRET);
    }

    static WebhookDelivery delivery(String body, String secret) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new WebhookDelivery(bytes, Map.of("BTCPay-Sig",
            List.of("sha256=" + HexFormat.of().formatHex(BtcPaySignature.hmac(bytes, secret)))));
    }

    static String notice(String type, Instant at) {
        return """
            {"deliveryId":"D2","webhookId":"W","originalDeliveryId":"D1","isRedelivery":false,"type":"%s","timestamp":%d,
            "storeId":"%s","invoiceId":"inv1"}""".formatted(type, at.getEpochSecond(), STORE);
    }

    /** Where the invoice stands. */
    void stands(String status, String more) {
        invoice.put("status", status).put("additionalStatus", more);
    }

    /** What was received, each worth this many of the currency at a rate of 50,000. */
    void received(String status, String... bitcoin) {
        StringBuilder payments = new StringBuilder();
        for (String value : bitcoin) {
            payments.append(payments.isEmpty() ? "" : ",").append("""
                {"id":"p","receivedDate":%d,"value":"%s","fee":"0","status":"%s"}""".formatted(MADE + 120, value, status));
        }
        methods = "[{\"paymentMethodId\":\"BTC-CHAIN\",\"rate\":\"50000.0\",\"payments\":[" + payments + "]}]";
    }

    @Override
    public ContractServer.Answer answer(ApiRequest request) {
        if (request.header("Authorization").filter(("token " + KEY)::equals).isEmpty()) {
            return new ContractServer.Answer(401, Map.of(), "{\"code\":\"unauthenticated\",\"message\":\"Authentication is required\"}");
        }
        if (request.method().equals("POST")) {
            invoice = (ObjectNode) json(request.body());
            invoice.remove("checkout");
            invoice.put("id", "inv1").put("checkoutLink", "https://pay.example.org/i/inv1").put("createdTime", MADE)
                .put("expirationTime", MADE + 900).put("monitoringExpiration", MADE + 87_300);
            stands("New", "None");
            return ContractServer.Answer.ok(invoice.toString());
        }
        if (request.path().endsWith("/payment-methods")) {
            return ContractServer.Answer.ok(methods);
        }
        if (request.path().contains("/invoices/")) {
            return request.path().endsWith("inv1") ? ContractServer.Answer.ok(invoice.toString())
                : new ContractServer.Answer(404, Map.of(), "{\"code\":\"invoice-not-found\",\"message\":\"The invoice was not found\"}");
        }
        return ContractServer.Answer.ok("{\"id\":\"" + STORE + "\",\"name\":\"Corner shop\"}");
    }

    @Override
    public void close() {
        world.close();
    }
}
