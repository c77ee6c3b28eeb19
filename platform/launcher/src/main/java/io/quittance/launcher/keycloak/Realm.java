package io.quittance.launcher.keycloak;

import io.quittance.launcher.LaunchFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The realm of the product, made from the realm file through Keycloak's admin API. What may differ from one start to the next
 * (addresses, ports, client secrets) is brought up to date at every start; everything else is left as it was found.
 */
public final class Realm implements AutoCloseable {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(QUITTANCE_[A-Z_]+)}");
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String keycloak;
    private final String token;

    private Realm(String keycloak, String launcherSecret) {
        this.keycloak = keycloak;
        String form = "grant_type=client_credentials&client_id=" + KeycloakServer.LAUNCHER_CLIENT + "&client_secret="
                + URLEncoder.encode(launcherSecret, StandardCharsets.UTF_8);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(keycloak + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        this.token = first(TOKEN, expect(answer, 200, "log in").body());
    }

    /**
     * Makes the realm when it is not there, and brings addresses and secrets up to date.
     *
     * @param keycloak       its URL
     * @param launcherSecret of the launcher's service account
     * @param realmFile      a Keycloak realm with {@code ${QUITTANCE_...}} in it
     * @param values         by the names in the placeholders
     */
    public static void provide(String keycloak, String launcherSecret, Path realmFile, Map<String, String> values) {
        try (Realm realm = new Realm(keycloak, launcherSecret)) {
            if (!realm.exists()) {
                realm.create(filled(realmFile, values));
            } else {
                realm.refresh(values);
            }
        }
    }

    /**
     * Adds a client that takes name and password directly. For tests only: nothing that a person starts has it.
     *
     * @param secret of the client {@code quittance-test}
     */
    public static void addTestClient(String keycloak, String launcherSecret, String secret) {
        try (Realm realm = new Realm(keycloak, launcherSecret)) {
            if (realm.clientId("quittance-test").isEmpty()) {
                realm.post("/clients", """
                        {"clientId":"quittance-test","name":"Tests only","enabled":true,"publicClient":false,"secret":"%s",
                         "standardFlowEnabled":false,"directAccessGrantsEnabled":true,"fullScopeAllowed":false,
                         "attributes":{"access.token.lifespan":"300"},
                         "defaultClientScopes":["basic","acr","profile","email","roles","quittance-api"],
                         "optionalClientScopes":["organization"]}
                        """.formatted(secret));
                realm.copyRoleScope("quittance-app", "quittance-test");
            }
        }
    }

    private void copyRoleScope(String from, String to) {
        String path = "/clients/%s/scope-mappings/realm";
        String roles = expect(get(path.formatted(clientId(from))), 200, "read roles").body();
        post(path.formatted(clientId(to)), roles);
    }

    private boolean exists() {
        int status = get("").statusCode();
        if (status != 200 && status != 404) {
            throw new LaunchFailure("Keycloak answered " + status + " when asked for the realm");
        }
        return status == 200;
    }

    private void create(String json) {
        HttpResponse<String> answer = send(request("/admin/realms").POST(BodyPublishers.ofString(json)));
        expect(answer, 201, "make the realm");
    }

    private void refresh(Map<String, String> values) {
        String base = values.get("QUITTANCE_BASE_URL");
        put("/clients/" + clientId("quittance-app"), """
                {"secret":"%s","rootUrl":"%s","redirectUris":["%s/*"],"attributes":{"post.logout.redirect.uris":"%s/*"}}
                """.formatted(values.get("QUITTANCE_KEYCLOAK_CLIENT_SECRET"), base, base, base));
        put("/clients/" + clientId("quittance-admin"), """
                {"secret":"%s"}
                """.formatted(values.get("QUITTANCE_KEYCLOAK_ADMIN_CLIENT_SECRET")));
        put("", """
                {"smtpServer":{"host":"%s","port":"%s","from":"%s","fromDisplayName":"Quittance","auth":"false","ssl":"false",
                "starttls":"false"}}
                """.formatted(
                values.get("QUITTANCE_SMTP_HOST"), values.get("QUITTANCE_SMTP_PORT"), values.get("QUITTANCE_SMTP_FROM")));
    }

    private static String filled(Path file, Map<String, String> values) {
        try {
            return PLACEHOLDER.matcher(Files.readString(file)).replaceAll(placeholder -> {
                String value = values.get(placeholder.group(1));
                if (value == null) {
                    throw new LaunchFailure(file + " asks for " + placeholder.group(1) + ", which the launcher does not know");
                }
                return Matcher.quoteReplacement(value);
            });
        } catch (IOException e) {
            throw new LaunchFailure("The realm file cannot be read: " + file, e);
        }
    }

    private String clientId(String name) {
        Matcher id = ID.matcher(expect(get("/clients?clientId=" + name), 200, "find client " + name).body());
        return id.find() ? id.group(1) : "";
    }

    private HttpResponse<String> get(String path) {
        return send(request("/admin/realms/quittance" + path).GET());
    }

    private void put(String path, String json) {
        expect(send(request("/admin/realms/quittance" + path).PUT(BodyPublishers.ofString(json))), 204, "change " + path);
    }

    private void post(String path, String json) {
        HttpResponse<String> answer = send(request("/admin/realms/quittance" + path).POST(BodyPublishers.ofString(json)));
        if (answer.statusCode() != 201 && answer.statusCode() != 204) {
            expect(answer, 201, "add " + path);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(keycloak + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new LaunchFailure("Keycloak does not answer at " + keycloak + ": look into its log", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted while talking to Keycloak", e);
        }
    }

    private static HttpResponse<String> expect(HttpResponse<String> answer, int status, String what) {
        if (answer.statusCode() != status) {
            throw new LaunchFailure("Keycloak refused to " + what + " (" + answer.statusCode() + " " + answer.body()
                    + "): `./run --reset` starts with a new one");
        }
        return answer;
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new LaunchFailure("Keycloak's answer was not understood");
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        http.close();
    }
}
