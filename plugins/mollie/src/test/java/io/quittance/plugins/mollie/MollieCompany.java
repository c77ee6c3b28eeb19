package io.quittance.plugins.mollie;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Mollie's side, with a memory: every object starts as the document's own example of it and changes as Mollie documents it; every
 * answer is held against the document. Answers a repeated Idempotency-Key as it did before.
 */
final class MollieCompany implements ContractServer.Company {

    static final String KEY = "test_contract000000000000000000000";
    static final String TOKEN = "access_contract00000000000000000000";

    private final ApiDocument document;
    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
    private final Map<String, Map.Entry<String, Answer>> answered = new HashMap<>();
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private Instant now;
    private int made;

    MollieCompany(ApiDocument document, Instant start) {
        this.document = document;
        this.now = start;
        objects.put("pfl_1", (ObjectNode) document.example("get", "/v2/profiles/me", 200, "get-current-profile-200-1"));
        objects.get("pfl_1").put("id", "pfl_1").put("mode", "test").put("name", "Acme GmbH");
    }

    /** Answers that the document does not allow, and requests without what it cannot speak of. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    synchronized ObjectNode get(String id) {
        return objects.get(id);
    }

    synchronized List<ObjectNode> all(String kind) {
        return objects.values().stream().filter(object -> object.path("resource").asText().equals(kind)).toList();
    }

    /** A later time at each call. */
    String tick() {
        now = now.plusSeconds(1);
        return now.toString().replace("Z", "+00:00");
    }

    ObjectNode keep(String prefix, ObjectNode object) {
        String id = prefix + ++made;
        objects.put(id, object.put("id", id).put("createdAt", tick()));
        return object;
    }

    @Override
    public synchronized Answer answer(ApiRequest request) {
        boolean settlements = request.path().startsWith("/v2/settlements");
        if (!request.header("authorization").equals(Optional.of("Bearer " + (settlements ? TOKEN : KEY)))) {
            return error(401, "Unauthorized Request", "Missing authentication, or failed to authenticate");
        }
        if (request.method().equals("GET")) {
            return read(request);
        }
        if (request.method().equals("DELETE")) {
            return new Answer(204, Map.of(), "");
        }
        Optional<String> key = request.header("idempotency-key");
        if (key.isEmpty()) {
            complaints.add(request + " has no Idempotency-Key");
        }
        Map.Entry<String, Answer> before = answered.get(key.orElse(""));
        if (before != null) {
            return before.getKey().equals(request.path() + json(request.body())) ? before.getValue()
                : error(400, "Bad Request", "The idempotency key was used with another request");
        }
        Answer answer = write(request.path(), json(request.body()));
        answered.put(key.orElse(""), Map.entry(request.path() + json(request.body()), answer));
        return answer;
    }

    private Answer read(ApiRequest request) {
        String[] path = request.path().split("/");
        if (request.path().equals("/v2/profiles/me")) {
            return checked("get", "/v2/profiles/me", 200, get("pfl_1"));
        }
        if (path.length == 3) {
            return list(request, path[2], "/v2/" + path[2], all(path[2].substring(0, path[2].length() - 1)));
        }
        ObjectNode found = objects.get(path[3]);
        if (found == null) {
            return error(404, "Not Found", "No " + path[2] + " exists with token " + path[3]);
        }
        if (path.length == 4) {
            return checked("get", "/v2/payments/{paymentId}", 200, found);
        }
        boolean settled = path[2].equals("settlements");
        String owner = settled ? "settlementId" : "paymentId";
        return list(request, path[4], "/v2/" + path[2] + "/{" + owner + "}/" + path[4], all(path[4].substring(0, path[4].length() - 1))
            .stream().filter(object -> object.path(owner).asText().equals(path[3])).toList());
    }

    private Answer list(ApiRequest request, String name, String template, List<ObjectNode> oldestFirst) {
        List<ObjectNode> found = oldestFirst.reversed();
        Map<String, String> query = new HashMap<>();
        for (String pair : request.query().split("&")) {
            query.put(pair.split("=")[0], pair.substring(pair.indexOf('=') + 1));
        }
        int from = query.containsKey("from") ? found.indexOf(objects.get(query.get("from"))) : 0;
        // pages are short here, so that they are turned
        int end = Math.min(found.size(), from + Math.min(5, Integer.parseInt(query.getOrDefault("limit", "50"))));
        ObjectNode page = JsonNodeFactory.instance.objectNode().put("count", end - from);
        ArrayNode items = page.putObject("_embedded").putArray(name);
        found.subList(from, end).forEach(items::add);
        ObjectNode links = page.putObject("_links");
        link(links, "self", "https://api.mollie.com" + request.path());
        link(links, "documentation", "https://docs.mollie.com");
        links.putNull("previous");
        if (end < found.size()) {
            link(links, "next", "https://api.mollie.com" + request.path() + "?from=" + found.get(end).path("id").asText() + "&limit=250");
        } else {
            links.putNull("next");
        }
        return checked("get", template, 200, page);
    }

    private static void link(ObjectNode links, String name, String href) {
        links.putObject(name).put("href", href).put("type", "application/hal+json");
    }

    private Answer write(String path, JsonNode body) {
        if (path.equals("/v2/customers")) {
            ObjectNode customer = (ObjectNode) document.example("post", path, 201, "create-customer-201-1");
            customer.put("name", body.path("name").asText()).set("metadata", body.get("metadata"));
            return checked("post", path, 201, keep("cst_", customer));
        }
        if (path.equals("/v2/payments")) {
            return pay(body);
        }
        ObjectNode payment = objects.get(path.split("/")[3]);
        if (payment == null) {
            return error(404, "Not Found", "No payment exists with token " + path.split("/")[3]);
        }
        ObjectNode refund = (ObjectNode) document.example("post", "/v2/payments/{paymentId}/refunds", 201, "create-refund-201-1");
        refund.put("paymentId", payment.path("id").asText()).put("description", body.path("description").asText());
        refund.set("amount", body.get("amount"));
        refund.set("metadata", body.get("metadata"));
        keep("re_", refund);
        payment.set("amountRefunded", body.get("amount"));
        return checked("post", "/v2/payments/{paymentId}/refunds", 201, refund);
    }

    private Answer pay(JsonNode body) {
        ObjectNode payment = (ObjectNode) document.example("post", "/v2/payments", 201, "create-payment-201-1");
        payment.put("description", body.path("description").asText());
        body.properties().forEach(entry -> {
            if (!entry.getKey().equals("method") && !entry.getValue().isNull()) {
                payment.set(entry.getKey(), entry.getValue());
            }
        });
        keep("tr_", payment);
        payment.put("expiresAt", now.plusSeconds(900).toString().replace("Z", "+00:00"));
        if (body.path("sequenceType").asText().equals("recurring")) {
            ((ObjectNode) payment.get("_links")).remove("checkout");
            payment.put("status", "pending").put("method", "directdebit");
            if (body.path("mandateId").asText().contains("Declined")) {
                return error(422, "Unprocessable Entity", "The mandate is invalid");
            }
        }
        return checked("post", "/v2/payments", 201, payment);
    }

    private Answer checked(String method, String template, int status, JsonNode body) {
        document.faultsOfAnswer(method, template, status, body).forEach(fault -> complaints.add(template + ": " + fault));
        return new Answer(status, Map.of("Content-Type", "application/hal+json"), body.toString());
    }

    static Answer error(int status, String title, String detail) {
        ObjectNode error = JsonNodeFactory.instance.objectNode().put("status", status).put("title", title).put("detail", detail);
        link(error.putObject("_links"), "documentation", "https://docs.mollie.com/overview/handling-errors");
        return new Answer(status, Map.of("Content-Type", "application/hal+json"), error.toString());
    }

    static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException defect) {
            throw new IllegalArgumentException(defect);
        }
    }

    /** The payer pays by card. */
    ObjectNode pay(String id) {
        ObjectNode payment = get(id);
        ((ObjectNode) payment.get("_links")).remove("checkout");
        JsonNode paid = document.example("get", "/v2/payments/{paymentId}", 200, "get-payment-200-3");
        payment.put("status", "paid").put("paidAt", tick()).put("method", "creditcard").set("details", paid.get("details"));
        payment.set("settlementAmount", payment.get("amount"));
        if (payment.path("sequenceType").asText().equals("first")) {
            payment.put("mandateId", "mdt_agreed");
        }
        return payment;
    }

    /** The payer's bank takes it back. */
    ObjectNode chargeBack(String id) {
        ObjectNode payment = get(id);
        JsonNode example = document.example("get", "/v2/payments/{paymentId}/chargebacks", 200, "list-chargeback-200-1");
        ObjectNode chargeback = keep("chb_", example.at("/_embedded/chargebacks/0").deepCopy());
        chargeback.put("paymentId", id).putNull("reversedAt").set("amount", payment.get("amount"));
        payment.set("amountChargedBack", payment.get("amount"));
        return chargeback;
    }

    /** Settles everything paid and not yet settled, at 0.25 EUR a payment with 21 % tax, as Mollie's own example does. */
    ObjectNode settle() {
        JsonNode example = document.example("get", "/v2/settlements", 200, "list-settlements-200-1").at("/_embedded/settlements/0");
        ObjectNode settlement = keep("stl_", example.deepCopy());
        List<ObjectNode> due = all("payment").stream().filter(payment -> payment.path("status").asText().equals("paid")
            && !payment.has("settlementId")).toList();
        long cents = 0;
        for (ObjectNode payment : due) {
            payment.put("settlementId", settlement.path("id").asText());
            cents += new BigDecimal(payment.at("/settlementAmount/value").asText()).movePointRight(2).longValueExact();
        }
        String revenue = decimals(cents * 100);
        long fee = due.size() * 3025L;
        ObjectNode month = settlement.putObject("periods").putObject("2026").putObject("03");
        part(month.putArray("revenue").addObject(), due.size(), revenue, "0.0000", revenue);
        ObjectNode cost = month.putArray("costs").addObject();
        part(cost, due.size(), decimals(due.size() * 2500L), decimals(due.size() * 525L), decimals(fee));
        cost.putObject("rate").putObject("fixed").put("currency", "EUR").put("value", "0.2500");
        ((ObjectNode) cost.get("rate")).put("percentage", "0");
        long paid = Math.floorDiv(cents * 100 - fee, 100);
        settlement.put("status", "paidout").put("reference", "1234567.2603.0" + made).put("settledAt", tick());
        settlement.putObject("amount").put("currency", "EUR").put("value", decimals(paid * 100).replaceAll("00$", ""));
        return settlement;
    }

    private static String decimals(long tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, 4).toPlainString();
    }

    private static void part(ObjectNode part, int count, String net, String vat, String gross) {
        part.put("description", "Credit card").put("method", "creditcard").put("count", count);
        part.putObject("amountNet").put("currency", "EUR").put("value", net);
        part.putObject("amountVat").put("currency", "EUR").put("value", vat);
        part.putObject("amountGross").put("currency", "EUR").put("value", gross);
    }
}
