package io.quittance.plugins.paypal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quittance.testkit.contract.ApiDocument;
import io.quittance.testkit.contract.ApiRequest;
import io.quittance.testkit.contract.ContractServer;
import io.quittance.testkit.contract.ContractServer.Answer;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * PayPal's side, with a memory: written from its documents, and every answer is held against them. Answers a repeated
 * PayPal-Request-Id as it did before.
 */
final class PayPalCompany implements ContractServer.Company {

    static final String ID = "client-contract-1";
    static final String SECRET = "secret-contract-1";

    private final List<ApiDocument> documents;
    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
    private final Map<String, Answer> answered = new HashMap<>();
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final List<ObjectNode> report = new ArrayList<>();
    private Instant now;
    private int made;
    private int tokens;
    private boolean declining;

    PayPalCompany(List<ApiDocument> documents, Instant start) {
        this.documents = documents;
        this.now = start;
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    synchronized ObjectNode get(String id) {
        return objects.get(id);
    }

    /** How many tokens were given out. */
    synchronized int tokens() {
        return tokens;
    }

    /** Takes none of the tokens given out so far any more. */
    synchronized void revokeTokens() {
        tokens++;
    }

    /** Whether payers' methods are declined at the capture. */
    synchronized void decline(boolean on) {
        declining = on;
    }

    synchronized List<ObjectNode> all(String prefix) {
        return objects.entrySet().stream().filter(entry -> entry.getKey().startsWith(prefix)).map(Map.Entry::getValue).toList();
    }

    private String tick() {
        now = now.plusSeconds(1);
        return now.toString();
    }

    private ObjectNode make(String prefix) {
        String id = prefix + "%014d".formatted(++made);
        ObjectNode object = JsonNodeFactory.instance.objectNode().put("id", id).put("create_time", tick());
        objects.put(id, object);
        return object;
    }

    @Override
    public synchronized Answer answer(ApiRequest request) {
        if (request.path().equals("/v1/oauth2/token")) {
            return token(request);
        }
        if (!request.header("authorization").equals(Optional.of("Bearer token-" + tokens))) {
            return new Answer(401, Map.of(), "{\"error\":\"invalid_token\",\"error_description\":\"Token signature verification failed\"}");
        }
        if (request.method().equals("GET")) {
            return read(request);
        }
        Optional<String> key = request.header("paypal-request-id");
        if (key.isEmpty()) {
            complaints.add(request + " has no PayPal-Request-Id");
        }
        Answer before = answered.get(request.path() + key.orElse(""));
        if (before != null) {
            return before;
        }
        Answer answer = write(request.path().split("/"), json(request.body()));
        if (answer.status() < 400) {
            answered.put(request.path() + key.orElse(""), answer);
        }
        return answer;
    }

    private Answer token(ApiRequest request) {
        String basic = Base64.getEncoder().encodeToString((ID + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (!request.header("authorization").equals(Optional.of("Basic " + basic))) {
            return new Answer(401, Map.of(), "{\"error\":\"invalid_client\",\"error_description\":\"Client Authentication failed\"}");
        }
        return Answer.ok("{\"access_token\":\"token-" + ++tokens + "\",\"token_type\":\"Bearer\","
            + "\"app_id\":\"APP-1\",\"expires_in\":32400}");
    }

    private Answer read(ApiRequest request) {
        String[] path = request.path().split("/");
        ObjectNode found = objects.get(path[path.length - 1]);
        return switch (path[2] + "/" + path[3]) {
            case "notifications/webhooks" -> checked("get", "/v1/notifications/webhooks", json(
                "{\"webhooks\":[{\"id\":\"0EH40505U7160970P\",\"url\":\"https://acme.example/hooks/1\",\"event_types\":[]}]}"));
            case "reporting/transactions" -> report(request);
            default -> found == null
                ? error(404, "RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID", "Specified resource ID does not exist.")
                : checked("get", switch (path[3]) {
                    case "orders" -> "/v2/checkout/orders/{id}";
                    case "captures" -> "/v2/payments/captures/{capture_id}";
                    case "disputes" -> "/v1/customer/disputes/{id}";
                    default -> "/v1/notifications/webhooks-events/{event_id}";
                }, found);
        };
    }

    private Answer report(ApiRequest request) {
        Map<String, String> query = new HashMap<>();
        for (String pair : request.query().split("&")) {
            query.put(pair.split("=")[0], URLDecoder.decode(pair.split("=")[1], StandardCharsets.UTF_8));
        }
        Instant from = Instant.parse(query.get("start_date"));
        Instant to = Instant.parse(query.get("end_date"));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode details = answer.putArray("transaction_details");
        report.stream().filter(row -> {
            Instant at = Instant.parse(row.at("/transaction_info/transaction_initiation_date").asText());
            return !at.isBefore(from) && at.isBefore(to);
        }).forEach(details::add);
        return checked("get", "/v1/reporting/transactions",
            answer.put("page", 1).put("total_items", details.size()).put("total_pages", 1));
    }

    private Answer write(String[] path, JsonNode body) {
        if (path.length == 4) {
            ObjectNode order = make("5O");
            order.put("intent", "CAPTURE").put("status", "PAYER_ACTION_REQUIRED");
            order.putArray("purchase_units").add(((ObjectNode) body.at("/purchase_units/0").deepCopy()).put("reference_id", "default"));
            order.putArray("links").addObject().put("rel", "payer-action").put("method", "GET")
                .put("href", "https://www.sandbox.paypal.com/checkoutnow?token=" + order.path("id").asText());
            return checked("post", "/v2/checkout/orders", order);
        }
        return path[5].equals("capture") ? capture(objects.get(path[4])) : refund(objects.get(path[4]), body);
    }

    private Answer capture(ObjectNode order) {
        if (order.path("status").asText().equals("COMPLETED")) {
            return error(422, "UNPROCESSABLE_ENTITY", "ORDER_ALREADY_CAPTURED", "Order already captured.");
        }
        if (!order.path("status").asText().equals("APPROVED")) {
            return error(422, "UNPROCESSABLE_ENTITY", "ORDER_NOT_APPROVED", "Payer has not yet approved the Order for payment.");
        }
        if (declining) {
            return error(422, "UNPROCESSABLE_ENTITY", "INSTRUMENT_DECLINED", "The instrument presented was declined.");
        }
        ObjectNode unit = (ObjectNode) order.at("/purchase_units/0");
        ObjectNode capture = make("2G");
        capture.put("status", "COMPLETED").put("custom_id", unit.path("custom_id").asText()).put("update_time", now.toString());
        capture.set("amount", unit.get("amount"));
        ObjectNode parts = capture.putObject("seller_receivable_breakdown");
        parts.set("gross_amount", unit.get("amount"));
        parts.set("paypal_fee", money(unit.at("/amount/currency_code").asText(), "2.84"));
        capture.putObject("supplementary_data").putObject("related_ids").put("order_id", order.path("id").asText());
        unit.putObject("payments").putArray("captures").add(capture);
        order.put("status", "COMPLETED");
        return checked("post", "/v2/checkout/orders/{id}/capture", order);
    }

    private Answer refund(ObjectNode capture, JsonNode body) {
        if (capture == null) {
            return error(404, "RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID", "Specified resource ID does not exist.");
        }
        ObjectNode refund = make("1J").put("status", "COMPLETED").put("custom_id", body.path("custom_id").asText());
        refund.set("amount", body.get("amount"));
        refund.putObject("seller_payable_breakdown").set("paypal_fee", money(body.at("/amount/currency_code").asText(), "0.00"));
        refund.putArray("links").addObject().put("rel", "up").put("method", "GET")
            .put("href", "https://api-m.sandbox.paypal.com/v2/payments/captures/" + capture.path("id").asText());
        ((ObjectNode) get(capture.at("/supplementary_data/related_ids/order_id").asText()).at("/purchase_units/0/payments"))
            .withArrayProperty("refunds").add(refund);
        capture.put("status", "PARTIALLY_REFUNDED");
        return checked("post", "/v2/payments/captures/{capture_id}/refund", refund);
    }

    private static ObjectNode money(String currency, String value) {
        return JsonNodeFactory.instance.objectNode().put("currency_code", currency).put("value", value);
    }

    private Answer checked(String method, String template, JsonNode body) {
        int status = method.equals("post") ? 201 : 200;
        ApiDocument document = documents.stream().filter(one -> one.operationNames().contains(method + " " + template)).findFirst()
            .orElseThrow();
        document.faultsOfAnswer(method, template, status, body).forEach(fault -> complaints.add(template + ": " + fault));
        return new Answer(status, Map.of(), body.toString());
    }

    static Answer error(int status, String name, String issue, String description) {
        ObjectNode error = JsonNodeFactory.instance.objectNode().put("name", name).put("message", "The request failed.").put("debug_id",
            "1");
        error.putArray("details").addObject().put("issue", issue).put("description", description);
        return new Answer(status, Map.of(), error.toString());
    }

    static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException defect) {
            throw new IllegalArgumentException(defect);
        }
    }

    /** The payer approves on the page. */
    synchronized void approve(String order) {
        get(order).put("status", "APPROVED");
    }

    /** An event about a resource, as PayPal keeps it; answers its name. */
    synchronized String event(String type, JsonNode resource) {
        String id = "WH-%017d-%017d".formatted(++made, made);
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("id", id).put("create_time", tick()).put("event_type", type)
            .put("resource_type", "capture").put("event_version", "1.0");
        event.set("resource", resource);
        objects.put(id, event);
        return id;
    }

    /** A dispute of a capture. @param stage such as {@code CHARGEBACK} */
    synchronized ObjectNode dispute(ObjectNode capture, String stage) {
        ObjectNode dispute = JsonNodeFactory.instance.objectNode().put("dispute_id", "PP-D-" + ++made).put("create_time", tick())
            .put("update_time", tick()).put("reason", "UNAUTHORISED").put("status", "WAITING_FOR_SELLER_RESPONSE")
            .put("dispute_life_cycle_stage", stage).put("seller_response_due_date", "2026-03-20T09:30:00.000Z");
        dispute.set("dispute_amount", capture.get("amount"));
        dispute.putArray("disputed_transactions").addObject().put("seller_transaction_id", capture.path("id").asText());
        objects.put(dispute.path("dispute_id").asText(), dispute);
        return dispute;
    }

    /** A line of the report. */
    synchronized void reported(String code, String amount, String fee, Instant at) {
        ObjectNode info = JsonNodeFactory.instance.objectNode().put("transaction_id", "7TX%014d".formatted(++made))
            .put("transaction_event_code", code).put("transaction_status", "S").put("transaction_initiation_date", at.toString());
        info.set("transaction_amount", money("EUR", amount));
        if (new BigDecimal(fee).signum() != 0) {
            info.set("fee_amount", money("EUR", fee));
        }
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.set("transaction_info", info);
        report.add(row);
    }
}
