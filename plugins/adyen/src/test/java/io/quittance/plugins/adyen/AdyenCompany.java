package io.quittance.plugins.adyen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quittance.testkit.contract.ApiDocument;
import io.quittance.testkit.contract.ApiRequest;
import io.quittance.testkit.contract.ContractServer;
import io.quittance.testkit.contract.ContractServer.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adyen's side, with a memory: every object starts as the document's own example of it, every answer is held against the
 * document. Answers a repeated Idempotency-Key as it did before.
 */
final class AdyenCompany implements ContractServer.Company {

    static final String ACCOUNT = "AcmeECOM";
    static final String KEY = "AQE-contract";

    private final ApiDocument document;
    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
    private final Map<String, String> reports = new HashMap<>();
    private final Map<String, Map.Entry<String, Answer>> answered = new HashMap<>();
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final Instant now;
    private int made;

    AdyenCompany(ApiDocument document, Instant now) {
        this.document = document;
        this.now = now;
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    synchronized ObjectNode get(String id) {
        return objects.get(id);
    }

    synchronized List<String> ids(String prefix) {
        return objects.keySet().stream().filter(id -> id.startsWith(prefix)).toList();
    }

    synchronized void report(String name, String csv) {
        reports.put(name, csv);
    }

    @Override
    public synchronized Answer answer(ApiRequest request) {
        String[] path = request.path().split("/");
        if (path[1].equals("reports")) {
            String csv = reports.get(path[path.length - 1]);
            return request.header("x-api-key").equals(Optional.of("report-contract")) && csv != null
                ? new Answer(200, Map.of("Content-Type", "text/csv"), csv) : new Answer(csv == null ? 404 : 401, Map.of(), "");
        }
        if (!request.header("x-api-key").equals(Optional.of(KEY))) {
            return error(401, "000", "HTTP Status Response - Unauthorized", "security");
        }
        if (path[2].equals("paymentMethods")) {
            return checked("post", "/paymentMethods", 200, document.example("post", "/paymentMethods", 200, "basic"));
        }
        if (request.method().equals("GET")) {
            ObjectNode link = objects.get(path[3]);
            return link == null ? error(404, "100", "Payment link not found", "validation") : checked("get", "/paymentLinks/{linkId}",
                200, link);
        }
        Optional<String> key = request.header("idempotency-key");
        if (key.isEmpty()) {
            complaints.add(request + " has no Idempotency-Key");
        }
        JsonNode body = json(request.body());
        Map.Entry<String, Answer> before = answered.get(key.orElse(""));
        if (before != null) {
            return before.getKey().equals(request.path() + body) ? before.getValue()
                : error(422, "704", "request already processed or in progress", "validation");
        }
        if (!body.path("merchantAccount").asText().equals(ACCOUNT)) {
            return error(403, "901", "Invalid Merchant Account", "security");
        }
        Answer answer = path.length == 3 ? link(body) : refund(path[3], body);
        answered.put(key.orElse(""), Map.entry(request.path() + body, answer));
        return answer;
    }

    private Answer link(JsonNode body) {
        ObjectNode link = (ObjectNode) document.example("get", "/paymentLinks/{linkId}", 200, "basic");
        String id = "PL%016d".formatted(++made);
        link.setAll((ObjectNode) body);
        link.put("id", id).put("url", "https://test.adyen.link/" + id).put("expiresAt", now.plusSeconds(86_400).toString());
        objects.put(id, link);
        return checked("post", "/paymentLinks", 201, link);
    }

    private Answer refund(String payment, JsonNode body) {
        ObjectNode refund = (ObjectNode) document.example("post", "/payments/{paymentPspReference}/refunds", 201, "refund");
        String id = "RF%014d".formatted(++made);
        refund.setAll((ObjectNode) body);
        refund.put("paymentPspReference", payment).put("pspReference", id);
        objects.put(id, refund);
        return checked("post", "/payments/{paymentPspReference}/refunds", 201, refund);
    }

    private Answer checked(String method, String template, int status, JsonNode body) {
        document.faultsOfAnswer(method, template, status, body).forEach(fault -> complaints.add(template + ": " + fault));
        return new Answer(status, Map.of(), body.toString());
    }

    static Answer error(int status, String code, String message, String type) {
        ObjectNode error = JsonNodeFactory.instance.objectNode().put("status", status).put("errorCode", code).put("message", message)
            .put("errorType", type);
        return new Answer(status, Map.of(), error.toString());
    }

    static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException defect) {
            throw new IllegalArgumentException(defect);
        }
    }
}
