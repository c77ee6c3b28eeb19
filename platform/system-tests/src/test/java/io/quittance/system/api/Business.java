package io.quittance.system.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.launcher.Stack;
import io.quittance.system.stack.SharedStack;
import io.quittance.system.stack.Wait;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A business that signed itself up through the public API, with its owner; and what the owner does over REST. */
public final class Business {

    public static final String PASSWORD = "correct horse battery staple 1";

    public static final String GATEWAY = "sandbox-gateway";

    private static final Map<String, Business> KNOWN = new HashMap<>();

    private static final int TAKEN = 409;
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(1);

    private final String slug;
    private final String email;
    private String token = "";
    private long tokenAt;

    private Business(String slug) {
        this.slug = slug;
        this.email = "owner@" + slug + ".example";
    }

    /** The business of that name, signed up when first asked for. */
    public static synchronized Business named(String slug) {
        return KNOWN.computeIfAbsent(slug, name -> new Business(name).signUp());
    }

    private Business signUp() {
        Map<String, String> form = new HashMap<>(Map.of("business", "Business " + slug, "slug", slug, "country", "DE", "currency", "EUR",
                "zone", "Europe/Berlin", "language", "en", "blueprint", "wholesaler", "firstName", "Olga", "lastName", "Owner"));
        form.put("email", email);
        Answer asked = Http.send("POST", api("/sign-ups"), Map.of(), Http.write(form));
        if (asked.status() == TAKEN) {
            return this; // by an earlier run on the same stack
        }
        asked.expect(202);
        JsonNode mail = Mails.to(email, "signup/confirm");
        String token = Mails.link(mail, "signup/confirm").replaceAll(".*token=", "");
        Answer confirmed = Http.send("POST", api("/sign-ups/confirmations"), Map.of(),
                Http.write(Map.of("token", token, "slug", slug, "password", PASSWORD))).expect(202);
        Wait.until(slug + " is active", () -> active(confirmed.at("/progressKey")));
        return this;
    }

    private static Optional<String> active(String progressKey) {
        return Optional.of(Http.get(api("/sign-ups/" + progressKey), Map.of()).expect(200).at("/status")).filter("ACTIVE"::equals);
    }

    public String slug() {
        return slug;
    }

    public String email() {
        return email;
    }

    /** An access token of the owner for this business, at most a minute old. */
    public synchronized String token() {
        if (System.nanoTime() - tokenAt > TOKEN_LIFE.toNanos() || token.isEmpty()) {
            token = token(email, "openid organization:" + slug);
            tokenAt = System.nanoTime();
        }
        return token;
    }

    public static String token(String email, String scope) {
        Stack stack = SharedStack.get();
        Map<String, String> form = Map.of("grant_type", "password", "client_id", "quittance-test",
                "client_secret", stack.testClientSecret(),
                "username", email, "password", PASSWORD, "scope", scope);
        return Http.send("POST", stack.keycloakUrl() + "/realms/quittance/protocol/openid-connect/token",
                Map.of("Content-Type", "application/x-www-form-urlencoded"), encode(form)).expect(200).at("/access_token");
    }

    public Answer get(String path) {
        return Http.get(api(path), headers());
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer send(String method, String path, Object body) {
        return Http.send(method, api(path), headers(), Http.write(body));
    }

    /** Sends a file as the body. */
    public Answer upload(String path, String type, String content) {
        Map<String, String> headers = new HashMap<>(headers());
        headers.put("Content-Type", type);
        return Http.send("POST", api(path), headers, content);
    }

    /** With a fresh token, and a key under which what is sent happens once. */
    public Map<String, String> headers() {
        return Map.of("Authorization", "Bearer " + token(), "Idempotency-Key", UUID.randomUUID().toString());
    }

    public static String api(String path) {
        return SharedStack.get().baseUrl() + "/api/v1" + path;
    }

    static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Enables the sandbox gateway; answers the address of its webhooks. */
    public String enableSandbox(String webhookSecret) {
        return send("PUT", "/gateways/" + GATEWAY, Map.of("settings", sandboxSettings(webhookSecret))).expect(200).at("/hook");
    }

    public Map<String, String> sandboxSettings(String webhookSecret) {
        return Map.of("api-base", SharedStack.get().sandboxUrl().orElseThrow(), "account", slug, "api-key", "key-of-" + slug,
                "webhook-secret", webhookSecret);
    }

    /** A customer of that name, with its own mailbox; answers the id. */
    public String customer(String name, String mailbox) {
        return post("/customers", Map.of("name", name, "emails", List.of(mailbox))).expect(201).at("/id");
    }

    /** An issued invoice over the net amount plus 19 % tax; answers the id. */
    public String issuedInvoice(String customer, String net) {
        Map<String, Object> line = Map.of("description", "Consulting", "quantity", "1", "unitPrice", net,
                "tax", Map.of("category", "S", "percent", "19"));
        String id = post("/invoices", Map.of("customer", customer, "currency", "EUR", "lines", List.of(line))).expect(201)
                .at("/invoice/id");
        post("/invoices/" + id + "/issue", Map.of("mail", true)).expect(200);
        return id;
    }
}
