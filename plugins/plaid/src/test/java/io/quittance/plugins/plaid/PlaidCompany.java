package io.quittance.plugins.plaid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quittance.testkit.contract.ApiDocument;
import io.quittance.testkit.contract.ApiRequest;
import io.quittance.testkit.contract.ContractServer;
import io.quittance.testkit.contract.ContractServer.Answer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plaid's side: every answer starts as the document's own example and is held against the document. */
final class PlaidCompany implements ContractServer.Company {

    static final String ACCOUNT = "acc-checking";

    private final ApiDocument document;
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final List<ObjectNode> added = new ArrayList<>();
    private final List<ObjectNode> modified = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private boolean signedIn;
    private boolean finished;
    private String itemError = "";

    PlaidCompany(ApiDocument document) {
        this.document = document;
    }

    /** Answers that the document does not allow, and requests without what it cannot speak of. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** The owner goes through the page. */
    void signIn() {
        signedIn = true;
        finished = true;
    }

    /** The owner leaves the page. */
    void leave() {
        finished = true;
    }

    void itemHas(String error) {
        itemError = error;
    }

    /** A line that the next look tells. @param amount as Plaid writes it: positive goes out */
    ObjectNode adds(String id, String day, String amount) {
        ObjectNode line = (ObjectNode) example("/transactions/sync").at("/added/0").deepCopy();
        line.put("transaction_id", id).put("account_id", ACCOUNT).put("date", day).put("amount", new BigDecimal(amount))
            .putNull("pending_transaction_id");
        added.add(line);
        return line;
    }

    void modifies(ObjectNode line) {
        modified.add(line);
    }

    void removes(String id) {
        removed.add(id);
    }

    @Override
    public synchronized Answer answer(ApiRequest request) {
        if (!request.header("plaid-client-id").equals(Optional.of("client1")) || !request.header("plaid-secret").equals(Optional.of("s3"))
                || !request.header("plaid-version").equals(Optional.of("2020-09-14"))) {
            return error("INVALID_API_KEYS", "invalid client_id or secret provided");
        }
        JsonNode body = json(request.body());
        if (body.has("access_token") && !body.path("access_token").asText().equals("access-1")) {
            return error("INVALID_ACCESS_TOKEN", "could not find matching access token");
        }
        return switch (request.path()) {
            case "/link/token/create" -> checked(request, example(request.path()).put("link_token", "link-1")
                .put("hosted_link_url", "https://secure.plaid.com/hl/1"));
            case "/link/token/get" -> checked(request, session());
            case "/item/public_token/exchange" -> checked(request, example(request.path()).put("access_token", "access-1"));
            case "/item/get" -> checked(request, item());
            case "/accounts/get" -> checked(request, accounts());
            case "/transactions/sync" -> itemError.isEmpty() ? checked(request, lines(body)) : error(itemError, "the item is in trouble");
            default -> checked(request, example(request.path()));
        };
    }

    private ObjectNode session() {
        ObjectNode answer = example("/link/token/get");
        ObjectNode session = (ObjectNode) answer.at("/link_sessions/0");
        if (!finished) {
            session.putNull("finished_at");
        }
        if (!signedIn) {
            session.remove("results");
        }
        return answer;
    }

    private ObjectNode item() {
        ObjectNode answer = example("/item/get");
        if (!itemError.isEmpty()) {
            ((ObjectNode) answer.get("item")).set("error", json(error(itemError, "the login details of this item have changed").body()));
        }
        return answer;
    }

    private ObjectNode accounts() {
        ObjectNode answer = example("/accounts/get");
        ((ObjectNode) answer.at("/accounts/0")).put("account_id", ACCOUNT);
        return answer;
    }

    /** Two lines a page, then what changed and what is gone. */
    private ObjectNode lines(JsonNode question) {
        ObjectNode answer = example("/transactions/sync");
        int from = question.path("cursor").asText("").isEmpty() ? 0 : Integer.parseInt(question.path("cursor").asText());
        int to = Math.min(added.size(), from + 2);
        boolean more = to < added.size();
        ArrayNode page = answer.putArray("added");
        added.subList(from, to).forEach(page::add);
        ArrayNode changed = answer.putArray("modified");
        ArrayNode gone = answer.putArray("removed");
        if (!more) {
            modified.forEach(changed::add);
            removed.forEach(id -> gone.addObject().put("transaction_id", id).put("account_id", ACCOUNT));
        }
        return answer.put("next_cursor", Integer.toString(to)).put("has_more", more);
    }

    ObjectNode example(String path) {
        return (ObjectNode) document.example("post", path, 200, "example-1");
    }

    private Answer checked(ApiRequest request, ObjectNode body) {
        document.faultsOfAnswer("post", request.path(), 200, body).forEach(fault -> complaints.add(request.path() + ": " + fault));
        return Answer.ok(body.toString());
    }

    static Answer error(String code, String message) {
        return new Answer(400, Map.of(), """
            {"error_type": "ITEM_ERROR", "error_code": "%s", "error_message": "%s", "display_message": null, "request_id": "r1"}
            """.formatted(code, message));
    }

    static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("no JSON: " + text, malformed);
        }
    }
}
