package io.quittance.plugins.openbanking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import io.quittance.testkit.contract.ApiDocument;
import io.quittance.testkit.contract.ApiRequest;
import io.quittance.testkit.contract.ContractServer;
import io.quittance.testkit.contract.ContractServer.Answer;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A bank of one account: consents, tokens that void the ones before, transactions two a page. Answers are held to the document. */
final class Bank implements ContractServer.Company {

    static final String CLIENT = "client-1";
    static final String ISSUER = "https://bank.example";
    static final String ACCOUNT = "22289";

    private final ApiDocument document;
    private final Instant now;
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> consents = new HashMap<>();
    private final ArrayNode transactions = JsonNodeFactory.instance.arrayNode();
    private JWTClaimsSet asked;
    private String challenge = "";
    private String access = "";
    private String refresh = "";
    private Function<JWTClaimsSet, String> signing = Keys::byBank;
    private String intent = "";
    private int given;

    Bank(ApiDocument document, Instant now) {
        this.document = document;
        this.now = now;
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** From now on its id tokens are signed so. */
    void signs(Function<JWTClaimsSet, String> how) {
        signing = how;
    }

    /** From now on its id tokens are about another consent. */
    void mistakes(String consent) {
        intent = consent;
    }

    void ends(String status) {
        consents.replaceAll((id, before) -> status);
    }

    /** All tokens that it gave are void. */
    void forgetsTokens() {
        access = "void";
        refresh = "void";
    }

    Map<String, String> consents() {
        return Map.copyOf(consents);
    }

    /** @param amount negative when it goes out */
    ObjectNode books(String id, String day, String amount, String text) {
        ObjectNode told = transactions.addObject().put("AccountId", ACCOUNT)
            .put("CreditDebitIndicator", amount.startsWith("-") ? "Debit" : "Credit").put("Status", "BOOK")
            .put("BookingDateTime", day + "T10:00:00+01:00").put("TransactionInformation", text);
        if (!id.isEmpty()) {
            told.put("TransactionId", id);
        }
        told.putObject("Amount").put("Amount", amount.replace("-", "")).put("Currency", "GBP");
        return told;
    }

    /** The owner consents on the bank's page. @return what the browser brings back */
    Map<String, String> authorise(URI page) {
        Map<String, String> query = fields(page.getRawQuery());
        asked = Keys.proven(query.get("request"));
        try {
            boolean right = asked.getAudience().contains(ISSUER) && asked.getIssuer().equals(CLIENT)
                && asked.getStringClaim("state").equals(query.get("state"))
                && asked.getStringClaim("redirect_uri").equals(query.get("redirect_uri"));
            if (!right) {
                complaints.add("the signed request says something else than the open one");
            }
            challenge = asked.getStringClaim("code_challenge");
            String consent = consents.keySet().stream().filter(id -> consents.get(id).equals("AWAU")).findFirst().orElseThrow();
            consents.put(consent, "AUTH");
            Map<String, String> back = new HashMap<>(Map.of("state", asked.getStringClaim("state"), "code", "code-1"));
            back.put("id_token", idToken(consent));
            return back;
        } catch (ParseException odd) {
            throw new IllegalArgumentException("a claim is no text", odd);
        }
    }

    private String idToken(String consent) throws ParseException {
        return signing.apply(new JWTClaimsSet.Builder().issuer(ISSUER).audience(CLIENT).subject(consent)
            .claim("nonce", asked.getStringClaim("nonce")).claim("openbanking_intent_id", intent.isEmpty() ? consent : intent)
            .claim("c_hash", Jose.half("code-1")).claim("s_hash", Jose.half(asked.getStringClaim("state")))
            .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(600))).build());
    }

    @Override
    public synchronized Answer answer(ApiRequest request) {
        String path = request.path().replace(Session.PATH, "");
        if (path.equals("/token")) {
            return token(fields(request.body()));
        }
        if (path.equals("/jwks")) {
            return Answer.ok(Keys.shown());
        }
        if (request.header("x-fapi-interaction-id").filter(id -> UUID.fromString(id).version() == 4).isEmpty()) {
            complaints.add(request + " has no x-fapi-interaction-id");
        }
        boolean own = path.startsWith(Consents.PATH);
        if (!request.header("authorization").orElse("").equals("Bearer " + (own ? "own" : access))) {
            return new Answer(401, Map.of(), "");
        }
        if (own) {
            return consent(request, path);
        }
        return path.equals("/accounts") ? checked("get", "/accounts", 200, accounts())
            : path.endsWith("/balances") ? checked("get", "/accounts/{AccountId}/balances", 200, balances())
            : checked("get", "/accounts/{AccountId}/transactions", 200, page(request));
    }

    private Answer consent(ApiRequest request, String path) {
        if (request.method().equals("DELETE")) {
            consents.put(path.substring(Consents.PATH.length() + 1), "CANC");
            return new Answer(204, Map.of(), "");
        }
        if (request.method().equals("GET")) {
            String id = path.substring(Consents.PATH.length() + 1);
            return checked("get", Consents.PATH + "/{ConsentId}", 200, consent(id));
        }
        String id = "consent-" + (consents.size() + 1);
        consents.put(id, "AWAU");
        return checked("post", Consents.PATH, 201, consent(id));
    }

    private ObjectNode consent(String id) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("Data").put("ConsentId", id).put("CreationDateTime", now.toString()).put("Status", consents.get(id))
            .put("StatusUpdateDateTime", now.toString()).put("ExpirationDateTime", "2026-05-30T09:30:00+00:00")
            .putArray("Permissions").add("ReadAccountsDetail");
        answer.putObject("Risk");
        return answer;
    }

    private Answer token(Map<String, String> form) {
        try {
            JWTClaimsSet assertion = Keys.proven(form.get("client_assertion"));
            boolean ours = assertion.getIssuer().equals(CLIENT) && assertion.getSubject().equals(CLIENT) && assertion.getJWTID() != null
                && assertion.getAudience().getFirst().endsWith("/token");
            return ours ? grant(form) : refused("invalid_client");
        } catch (ParseException odd) {
            return refused("invalid_request");
        }
    }

    private Answer grant(Map<String, String> form) throws ParseException {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("token_type", "Bearer").put("expires_in", 300);
        switch (form.get("grant_type")) {
            case "client_credentials" -> answer.put("access_token", "own");
            case "authorization_code" -> {
                if (!form.get("code").equals("code-1") || !Jose.challenge(form.get("code_verifier")).equals(challenge)) {
                    return refused("invalid_grant");
                }
                String consent = consents.keySet().stream().filter(id -> consents.get(id).equals("AUTH")).max(String::compareTo)
                    .orElseThrow();
                renew(answer).put("id_token", idToken(consent));
            }
            default -> {
                if (!form.get("refresh_token").equals(refresh)) {
                    return refused("invalid_grant");
                }
                renew(answer);
            }
        }
        return Answer.ok(answer.toString());
    }

    private ObjectNode renew(ObjectNode answer) {
        given++;
        access = "access-" + given;
        refresh = "refresh-" + given;
        return answer.put("access_token", access).put("refresh_token", refresh);
    }

    private static Answer refused(String error) {
        return new Answer(400, Map.of(), "{\"error\": \"%s\", \"error_description\": \"the bank says so\"}".formatted(error));
    }

    private static ObjectNode accounts() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode account = answer.putObject("Data").putArray("Account").addObject().put("AccountId", ACCOUNT).put("Currency", "GBP")
            .put("Nickname", "Bills");
        account.putArray("Account").addObject().put("SchemeName", "UK.OBIE.SortCodeAccountNumber").put("Identification", "80200110203345");
        return answer;
    }

    private static ObjectNode balances() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode balances = answer.putObject("Data").putArray("Balance");
        for (String type : List.of("ITAV", "ITBD")) {
            balances.addObject().put("AccountId", ACCOUNT).put("CreditDebitIndicator", "Debit").put("Type", type)
                .put("DateTime", "2026-03-01T09:00:00+00:00").putObject("Amount").put("Amount", type.equals("ITBD") ? "12.34" : "1.00")
                .put("Currency", "GBP");
        }
        return answer;
    }

    private ObjectNode page(ApiRequest request) {
        Map<String, String> query = fields(request.query());
        // a bank writes into the address of the next page whatever it likes: here the place, as seconds
        String since = query.get("fromBookingDateTime");
        int from = Integer.parseInt(since.substring(17, 19));
        int to = Math.min(transactions.size(), from + 2);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode page = answer.putObject("Data").putArray("Transaction");
        for (int i = from; i < to; i++) {
            page.add(transactions.get(i));
        }
        String self = "http://" + request.header("host").orElse("") + request.path();
        ObjectNode links = answer.putObject("Links").put("Self", self);
        if (to < transactions.size()) {
            links.put("Next", self + "?fromBookingDateTime=" + since.substring(0, 17) + "%02dZ".formatted(to));
        }
        return answer;
    }

    private Answer checked(String method, String path, int status, ObjectNode body) {
        document.faultsOfAnswer(method, path, status, body)
            .forEach(fault -> complaints.add(path + ": " + fault));
        return new Answer(status, Map.of(), body.toString());
    }

    static Map<String, String> fields(String encoded) {
        return encoded.isEmpty() ? Map.of() : Arrays.stream(encoded.split("&")).map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("no JSON: " + text, malformed);
        }
    }
}
