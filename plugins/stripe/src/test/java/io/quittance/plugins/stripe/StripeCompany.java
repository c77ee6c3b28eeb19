package io.quittance.plugins.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quittance.testkit.contract.ApiRequest;
import io.quittance.testkit.contract.ContractServer;
import io.quittance.testkit.contract.ContractServer.Answer;
import io.quittance.testkit.contract.SharedContracts;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Stripe's side, with a memory: every object starts as the official fixture of its kind ({@code fixtures3.json}) and changes as
 * Stripe documents it. Answers a repeated Idempotency-Key as it did before, and refuses another request under it.
 */
final class StripeCompany implements ContractServer.Company {

    static final String KEY = "sk_test_contract";

    private final JsonNode fixtures = SharedContracts.read("stripe/fixtures3.json").get("resources");
    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> asked = new HashMap<>();
    private final Map<String, Map.Entry<String, Answer>> answered = new HashMap<>();
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private long now;
    private int made;

    StripeCompany(Instant start) {
        this.now = start.getEpochSecond();
        ObjectNode account = makeAs("account", "acct_1");
        account.put("charges_enabled", true);
        account.withObject("/settings/dashboard").put("display_name", "Acme GmbH");
    }

    /** What was missing in requests that no document speaks of: version, idempotency. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    synchronized ObjectNode get(String id) {
        return objects.get(id);
    }

    synchronized List<ObjectNode> all(String kind) {
        return objects.values().stream().filter(object -> object.path("object").asText().equals(kind)).toList();
    }

    ObjectNode make(String kind, String prefix) {
        return makeAs(kind, prefix + ++made);
    }

    ObjectNode makeAs(String kind, String id) {
        ObjectNode object = ((ObjectNode) fixtures.get(kind)).deepCopy();
        object.put("id", id).put("created", ++now);
        objects.put(id, object);
        return object;
    }

    @Override
    public synchronized Answer answer(ApiRequest request) {
        if (!request.header("authorization").equals(Optional.of("Bearer " + KEY))) {
            return error(401, "invalid_request_error", "", "Invalid API Key provided: sk_test_****");
        }
        if (!request.header("stripe-version").equals(Optional.of("2022-11-15"))) {
            complaints.add(request + " names no version");
        }
        if (request.method().equals("GET")) {
            return read(request);
        }
        Optional<String> key = request.header("idempotency-key");
        if (key.isEmpty()) {
            complaints.add(request + " has no Idempotency-Key");
            return error(400, "invalid_request_error", "", "no key");
        }
        Map.Entry<String, Answer> before = answered.get(key.get());
        if (before != null) {
            return before.getKey().equals(request.path() + request.body()) ? before.getValue()
                : error(400, "idempotency_error", "", "Keys for idempotent requests can only be used with the same parameters");
        }
        Answer answer = write(request.path().substring("/v1/".length()), fields(request.body()));
        answered.put(key.get(), Map.entry(request.path() + request.body(), answer));
        return answer;
    }

    private Answer read(ApiRequest request) {
        String path = request.path().substring("/v1/".length());
        Map<String, String> query = fields(request.query());
        return switch (path) {
            case "account" -> Answer.ok(get("acct_1").toString());
            case "checkout/sessions", "payment_intents", "charges", "refunds", "disputes", "payouts", "balance_transactions" ->
                list(path, query);
            default -> {
                ObjectNode found = objects.get(path.substring(path.lastIndexOf('/') + 1));
                yield found == null ? error(404, "invalid_request_error", "resource_missing", "No such object: " + path)
                    : Answer.ok(expanded(found, query, "").toString());
            }
        };
    }

    private Answer list(String path, Map<String, String> query) {
        String kind = path.equals("checkout/sessions") ? "checkout.session" : path.substring(0, path.length() - 1);
        Predicate<ObjectNode> fits = object -> List.of("payment_intent", "charge", "payout").stream()
            .allMatch(field -> !query.containsKey(field) || object.path(field).asText().equals(query.get(field)));
        List<ObjectNode> found = new ArrayList<>(all(kind).stream().filter(fits).filter(object -> created(object, query)).toList());
        Collections.reverse(found);
        int limit = Integer.parseInt(query.getOrDefault("limit", "10"));
        List<String> ids = found.stream().map(object -> object.get("id").asText()).toList();
        boolean back = query.containsKey("ending_before");
        int to = back ? ids.indexOf(query.get("ending_before")) : found.size();
        int from = back ? Math.max(0, to - limit) : query.containsKey("starting_after") ? ids.indexOf(query.get("starting_after")) + 1 : 0;
        int end = Math.min(to, from + limit);
        ObjectNode page = JsonNodeFactory.instance.objectNode().put("object", "list").put("url", "/v1/" + path)
            .put("has_more", back ? from > 0 : end < found.size());
        ArrayNode data = page.putArray("data");
        found.subList(from, end).forEach(object -> data.add(expanded(object, query, "data.")));
        return Answer.ok(page.toString());
    }

    private static boolean created(ObjectNode object, Map<String, String> query) {
        long at = object.path("created").asLong();
        return at >= Long.parseLong(query.getOrDefault("created[gte]", "0"))
            && at <= Long.parseLong(query.getOrDefault("created[lte]", "99999999999"))
            && at < Long.parseLong(query.getOrDefault("created[lt]", "99999999999"));
    }

    private JsonNode expanded(ObjectNode object, Map<String, String> query, String prefix) {
        ObjectNode copy = object.deepCopy();
        query.forEach((name, path) -> {
            if (name.startsWith("expand[") && path.startsWith(prefix)) {
                expand(copy, path.substring(prefix.length()));
            }
        });
        return copy;
    }

    private void expand(ObjectNode object, String path) {
        String field = path.split("\\.")[0];
        ObjectNode inner = objects.get(object.path(field).asText());
        if (inner != null) {
            ObjectNode copy = inner.deepCopy();
            object.set(field, copy);
            if (path.contains(".")) {
                expand(copy, path.substring(path.indexOf('.') + 1));
            }
        }
    }

    private Answer write(String path, Map<String, String> body) {
        return switch (path) {
            case "checkout/sessions" -> Answer.ok(session(body).toString());
            case "customers" -> Answer.ok(make("customer", "cus_").toString());
            case "payment_intents" -> charge(body);
            case "refunds" -> refund(body);
            default -> detach(path);
        };
    }

    private ObjectNode session(Map<String, String> body) {
        ObjectNode session = make("checkout.session", "cs_test_");
        if (body.get("mode").equals("payment")) {
            session.put("amount_total", Long.parseLong(body.get("line_items[0][price_data][unit_amount]")))
                .put("currency", body.get("line_items[0][price_data][currency]"));
        } else {
            ObjectNode setup = make("setup_intent", "seti_");
            metadata(setup, body, "setup_intent_data[metadata]");
            session.put("setup_intent", setup.path("id").asText());
        }
        session.put("mode", body.get("mode")).put("status", "open").put("payment_status", "unpaid")
            .put("client_reference_id", body.get("client_reference_id")).put("expires_at", now + 86_400)
            .put("url", "https://checkout.stripe.com/c/pay/" + session.get("id").asText()).putNull("payment_intent");
        metadata(session, body, "metadata");
        asked.put(session.get("id").asText(), body);
        return session;
    }

    private static void metadata(ObjectNode object, Map<String, String> body, String prefix) {
        ObjectNode metadata = object.putObject("metadata");
        body.forEach((name, value) -> {
            if (name.startsWith(prefix + "[")) {
                metadata.put(name.substring(prefix.length() + 1, name.length() - 1), value);
            }
        });
    }

    /** The intent behind a page: made when the payer first does something there. */
    ObjectNode intentOf(String session) {
        ObjectNode page = get(session);
        if (page.hasNonNull("payment_intent")) {
            return get(page.path("payment_intent").asText());
        }
        Map<String, String> body = asked.get(session);
        ObjectNode intent = intent(page.path("amount_total").asLong(), page.path("currency").asText());
        metadata(intent, body, "payment_intent_data[metadata]");
        if (body.containsKey("payment_intent_data[setup_future_usage]")) {
            intent.put("setup_future_usage", body.get("payment_intent_data[setup_future_usage]")).put("customer", "cus_made");
        }
        page.put("payment_intent", intent.path("id").asText());
        return intent;
    }

    private ObjectNode intent(long amount, String currency) {
        ObjectNode intent = make("payment_intent", "pi_");
        intent.put("amount", amount).put("currency", currency).putNull("last_payment_error");
        return intent;
    }

    private Answer charge(Map<String, String> body) {
        ObjectNode intent = intent(Long.parseLong(body.get("amount")), body.get("currency"));
        metadata(intent, body, "metadata");
        intent.put("customer", body.get("customer")).put("payment_method", body.get("payment_method"));
        if (body.get("payment_method").contains("declined")) {
            StripeActions.chargeOf(this, intent, "card", false);
            return error(402, "card_error", "card_declined", "Your card has insufficient funds.");
        }
        if (body.get("payment_method_types[0]").equals("sepa_debit")) {
            return Answer.ok(intent.put("status", "processing").toString());
        }
        StripeActions.chargeOf(this, intent, body.get("payment_method_types[0]"), true);
        return Answer.ok(expanded(intent, body, "").toString());
    }

    private Answer refund(Map<String, String> body) {
        ObjectNode intent = objects.get(body.get("payment_intent"));
        if (intent == null) {
            return error(404, "invalid_request_error", "resource_missing", "No such payment_intent");
        }
        ObjectNode charge = objects.get(intent.path("latest_charge").asText());
        long amount = Long.parseLong(body.get("amount"));
        if (charge.path("amount_refunded").asLong() + amount > charge.path("amount").asLong()) {
            return error(400, "invalid_request_error", "charge_already_refunded", "Charge has already been refunded.");
        }
        charge.put("amount_refunded", charge.path("amount_refunded").asLong() + amount);
        ObjectNode refund = make("refund", "re_");
        refund.put("amount", amount).put("currency", intent.path("currency").asText()).put("charge", charge.path("id").asText())
            .put("payment_intent", intent.path("id").asText())
            .put("balance_transaction", StripeActions.booked(this, "refund", refund, -amount, 0));
        metadata(refund, body, "metadata");
        return Answer.ok(refund.toString());
    }

    private Answer detach(String path) {
        ObjectNode method = objects.get(path.split("/")[1]);
        return method == null ? error(404, "invalid_request_error", "resource_missing", "No such payment_method")
            : Answer.ok(method.putNull("customer").toString());
    }

    static Answer error(int status, String type, String code, String message) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        ObjectNode inner = error.putObject("error").put("type", type).put("message", message);
        if (!code.isEmpty()) {
            inner.put("code", code);
        }
        return new Answer(status, Map.of(), error.toString());
    }

    static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : form.isEmpty() ? new String[0] : form.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    /** An event about an object as Stripe sends it. */
    String event(String id, String type, JsonNode object) {
        ObjectNode event = ((ObjectNode) fixtures.get("event")).deepCopy();
        event.put("id", id).put("type", type).put("created", now);
        event.putObject("data").set("object", object);
        return event.toString();
    }
}
