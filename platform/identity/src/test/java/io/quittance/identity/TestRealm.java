package io.quittance.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quittance.access.Roles;
import io.quittance.config.Configuration;
import io.quittance.config.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The realm of a real Keycloak, and this module's beans pointed at it. */
final class TestRealm {

    private static final String CLIENT = "quittance-test";
    private static TestRealm shared;

    private final Map<String, String> values;
    private final OidcSettings settings = new OidcSettings();

    private TestRealm(Map<String, String> values) {
        this.values = values;
        settings.configuration = new Configuration() {

            @Override
            public Optional<String> find(String name) {
                return Optional.ofNullable(values.get(name));
            }
        };
    }

    static synchronized TestRealm shared() {
        if (shared == null) {
            shared = new TestRealm(Map.of(
                    "quittance.keycloak.issuer", System.getProperty("quittance.keycloak.issuer"),
                    "quittance.keycloak.admin.client.secret", "provisioner-secret",
                    "quittance.keycloak.parties", CLIENT,
                    "test.secret", "test-secret"));
        }
        return shared;
    }

    KeycloakPeople people() {
        KeycloakAdmin admin = new KeycloakAdmin();
        admin.settings = settings;
        admin.json = new Json();
        admin.clock = Clock.systemUTC();
        KeycloakPeople people = new KeycloakPeople();
        people.keycloak = admin;
        people.roles = new Roles() {

            @Override
            public Set<String> names() {
                return Set.of("owner", "admin", "accountant", "collector", "viewer");
            }
        };
        return people;
    }

    VerifiedToken verify(String token) {
        RealmKeys keys = new RealmKeys();
        keys.settings = settings;
        TokenOutcome outcome = new TokenVerifier(settings, keys, Clock.systemUTC()).verify(token);
        if (outcome instanceof TokenOutcome.Verified(VerifiedToken verified)) {
            return verified;
        }
        throw new AssertionError(outcome);
    }

    /** An access token for name and password; empty when they are wrong. */
    Optional<String> passwordGrant(String email, String password, String scope) {
        String form = "grant_type=password&client_id=" + CLIENT + "&client_secret=" + values.get("test.secret")
                + "&username=" + KeycloakAdmin.encode(email) + "&password=" + KeycloakAdmin.encode(password)
                + "&scope=" + KeycloakAdmin.encode(scope);
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? Optional.of(new Json().mapper().readTree(answer.body()).path("access_token").asText())
                    : Optional.empty();
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
