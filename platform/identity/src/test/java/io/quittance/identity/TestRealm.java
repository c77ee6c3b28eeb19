package io.quittance.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quittance.access.Roles;
import io.quittance.config.Configuration;
import io.quittance.config.Json;
import io.quittance.launcher.Artefacts;
import io.quittance.launcher.EmbeddedDatabase;
import io.quittance.launcher.ProjectFolder;
import io.quittance.launcher.keycloak.KeycloakServer;
import io.quittance.launcher.keycloak.Realm;
import io.quittance.launcher.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The realm of a real Keycloak, and this module's beans pointed at it. */
final class TestRealm {

    private static final String CLIENT = "quittance-test";
    private static final String SECRET = "launcher-secret";
    private static TestRealm shared;

    private final OidcSettings settings = new OidcSettings();

    private TestRealm(Map<String, String> values) {
        settings.configuration = new Configuration() {

            @Override
            public Optional<String> find(String name) {
                return Optional.ofNullable(values.get(name));
            }
        };
    }

    /** Keycloak on a database server of this JVM; both end with it. */
    static synchronized TestRealm shared() {
        if (shared == null) {
            try {
                shared = start(Files.createTempDirectory("quittance-realm"));
            } catch (IOException | SQLException broken) {
                throw new AssertionError(broken);
            }
        }
        return shared;
    }

    private static TestRealm start(Path folder) throws SQLException {
        EmbeddedDatabase database = EmbeddedDatabase.shared();
        try (var connection = DriverManager.getConnection(database.jdbcUrlBase(), database.adminUser(), database.adminPassword());
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE keycloak CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
            statement.execute("CREATE USER keycloak@'%' IDENTIFIED BY 'kc'");
            statement.execute("GRANT ALL ON keycloak.* TO keycloak@'%'");
        }
        ProjectFolder project = ProjectFolder.find();
        KeycloakServer keycloak = KeycloakServer.at(Artefacts.of(project).keycloak(), Ports.free(),
                new KeycloakServer.Database("jdbc:mariadb://127.0.0.1:" + database.port() + "/keycloak", "keycloak", "kc"),
                SECRET, folder.resolve("keycloak.log"), folder.resolve("keycloak.pid"));
        Runtime.getRuntime().addShutdownHook(new Thread(keycloak::kill));
        keycloak.start();
        Realm.provide(keycloak.url(), SECRET, project.path("tenant-config/keycloak/realm-quittance.json"), Map.of(
                "QUITTANCE_BASE_URL", "http://localhost:8080",
                "QUITTANCE_SMTP_HOST", "127.0.0.1",
                "QUITTANCE_SMTP_PORT", "1025",
                "QUITTANCE_SMTP_FROM", "no-reply@quittance.localhost",
                "QUITTANCE_KEYCLOAK_CLIENT_SECRET", SECRET,
                "QUITTANCE_KEYCLOAK_ADMIN_CLIENT_SECRET", SECRET));
        Realm.addTestClient(keycloak.url(), SECRET, SECRET);
        return new TestRealm(Map.of(
                "quittance.keycloak.issuer", keycloak.url() + "/realms/quittance",
                "quittance.keycloak.admin.client.secret", SECRET,
                "quittance.keycloak.parties", CLIENT));
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
        String form = "grant_type=password&client_id=" + CLIENT + "&client_secret=" + SECRET
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
