package io.quittance.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quittance.launcher.keycloak.KeycloakServer;
import io.quittance.launcher.keycloak.Realm;
import io.quittance.launcher.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The realm file on a real Keycloak: what the application will find in a token, and how it makes organisations. */
@Tag("deep")
class RealmIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    static Path folder;

    private static KeycloakServer keycloak;
    private static Map<String, String> values;

    @BeforeAll
    static void startKeycloak() throws SQLException {
        EmbeddedDatabase database = EmbeddedDatabase.shared();
        try (var connection = DriverManager.getConnection(database.jdbcUrlBase(), database.adminUser(), database.adminPassword());
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE keycloak CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
            statement.execute("CREATE USER keycloak@'%' IDENTIFIED BY 'kc'");
            statement.execute("GRANT ALL ON keycloak.* TO keycloak@'%'");
        }
        ProjectFolder project = ProjectFolder.find();
        keycloak = KeycloakServer.at(
                Artefacts.of(project).keycloak(),
                Ports.free(),
                new KeycloakServer.Database("jdbc:mariadb://127.0.0.1:" + database.port() + "/keycloak", "keycloak", "kc"),
                "launcher-secret",
                folder.resolve("keycloak.log"),
                folder.resolve("keycloak.pid"));
        keycloak.start();
        values = Map.of(
                "QUITTANCE_BASE_URL", "http://localhost:8080",
                "QUITTANCE_SMTP_HOST", "127.0.0.1",
                "QUITTANCE_SMTP_PORT", "1025",
                "QUITTANCE_SMTP_FROM", "no-reply@quittance.localhost",
                "QUITTANCE_KEYCLOAK_CLIENT_SECRET", "app-secret",
                "QUITTANCE_KEYCLOAK_ADMIN_CLIENT_SECRET", "admin-secret");
        Path realmFile = project.path("tenant-config/keycloak/realm-quittance.json");
        Realm.provide(keycloak.url(), "launcher-secret", realmFile, values);
        Realm.provide(keycloak.url(), "launcher-secret", realmFile, values); // a second start finds it
        Realm.addTestClient(keycloak.url(), "launcher-secret", "test-secret");
    }

    @AfterAll
    static void stopKeycloak() {
        keycloak.kill();
    }

    @Test
    void a_token_carries_the_organisation_with_its_groups_roles_and_tenant_and_no_global_role() throws IOException, InterruptedException {
        String alpha = organisation("alpha", "t_alpha");
        String beta = organisation("beta", "t_beta");
        String anna = person("anna@example.org");
        join(alpha, anna, "accountants", "accountant");
        join(beta, anna, "owners", "owner");

        JsonNode one = token("anna@example.org", "openid organization:alpha").at("/organization");
        assertThat(one.properties()).as(one.toString()).hasSize(1);
        assertThat(one.at("/alpha/id").asText()).isEqualTo(alpha);
        assertThat(one.at("/alpha/groups/0").asText()).isEqualTo("/accountants");
        assertThat(one.at("/alpha/realm_access/roles")).extracting(JsonNode::asText).containsExactly("accountant");
        assertThat(one.at("/alpha/tenant/0").asText()).isEqualTo("t_alpha");

        JsonNode all = token("anna@example.org", "openid organization:*");
        assertThat(all.at("/organization").properties()).hasSize(2);
        assertThat(all.at("/organization/beta/realm_access/roles")).extracting(JsonNode::asText).containsExactly("owner");
        assertThat(all.at("/realm_access/roles")).extracting(JsonNode::asText).doesNotContain("owner", "accountant");
        assertThat(all.at("/exp").asLong() - all.at("/iat").asLong()).isLessThanOrEqualTo(300);
        assertThat(all.at("/aud").toString()).contains("quittance-api");
        assertThat(all.at("/sub").asText()).isEqualTo(anna);
    }

    @Test
    void the_application_client_takes_no_password_directly() throws IOException, InterruptedException {
        HttpResponse<String> answer = form("grant_type=password&client_id=quittance-app&client_secret=app-secret&username=x&password=y");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("unauthorized_client");
    }

    @Test
    void the_application_client_insists_on_pkce() throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(keycloak.url() + "/realms/quittance/protocol/openid-connect/auth?response_type=code"
                                + "&client_id=quittance-app&scope=openid&redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fcallback"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("error=invalid_request", "code_challenge_method");
    }

    private static String organisation(String alias, String tenant) throws IOException, InterruptedException {
        return admin("POST", "/organizations", """
                {"name":"%s","alias":"%s","enabled":true,"domains":[{"name":"%s.example"}],"attributes":{"tenant":["%s"]}}
                """.formatted(alias, alias, alias, tenant));
    }

    private static String person(String email) throws IOException, InterruptedException {
        return admin("POST", "/users", """
                {"username":"%s","email":"%s","emailVerified":true,"enabled":true,"firstName":"Anna","lastName":"Ader",
                 "credentials":[{"type":"password","value":"%s","temporary":false}]}
                """.formatted(email, email, PASSWORD));
    }

    private static void join(String organisation, String person, String group, String role) throws IOException, InterruptedException {
        admin("POST", "/organizations/" + organisation + "/members", person);
        String groupId = admin("POST", "/organizations/" + organisation + "/groups", "{\"name\":\"" + group + "\"}");
        String found = admin("GET", "/roles/" + role, null);
        admin("POST", "/organizations/" + organisation + "/groups/" + groupId + "/role-mappings/realm", "[" + found + "]");
        admin("PUT", "/organizations/" + organisation + "/groups/" + groupId + "/members/" + person, null);
    }

    /** Acts as the application's own service account; answers the new thing's id, or the body. */
    private static String admin(String method, String path, String body) throws IOException, InterruptedException {
        String token = JSON.readTree(form("grant_type=client_credentials&client_id=quittance-admin&client_secret=admin-secret").body())
                .at("/access_token")
                .asText();
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(keycloak.url() + "/admin/realms/quittance" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(method + " " + path + " " + answer.body()).isBetween(200, 299);
        String location = answer.headers().firstValue("Location").orElse("");
        if (!location.isEmpty()) {
            return location.substring(location.lastIndexOf('/') + 1);
        }
        return method.equals("POST") && answer.body().startsWith("{") ? JSON.readTree(answer.body()).at("/id").asText() : answer.body();
    }

    private static JsonNode token(String user, String scope) throws IOException, InterruptedException {
        HttpResponse<String> answer = form("grant_type=password&client_id=quittance-test&client_secret=test-secret&username=" + user
                + "&password=" + PASSWORD.replace(' ', '+') + "&scope=" + scope.replace(" ", "+"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String payload = JSON.readTree(answer.body()).at("/access_token").asText().split("\\.")[1];
        return JSON.readTree(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> form(String form) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(keycloak.url() + "/realms/quittance/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
