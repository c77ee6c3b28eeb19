package io.quittance.launcher;

import io.quittance.launcher.keycloak.KeycloakServer;
import io.quittance.launcher.process.Folders;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Addresses and secrets of one stack, in the words of each part that must know them. */
final class Configuration {
    private static final String FROM = "no-reply@quittance.localhost";

    private final StackBuilder plan;
    private final Secrets secrets;

    Configuration(StackBuilder plan) {
        this.plan = plan;
        this.secrets = new Secrets(plan.folders().secrets());
    }

    String baseUrl() {
        return plan.properties().getOrDefault("quittance.base.url", "http://localhost:" + plan.ports().http());
    }

    String keycloakUrl() {
        return "http://localhost:" + plan.ports().keycloak();
    }

    String rootPassword() {
        return secrets.get("mariadb-root");
    }

    String launcherSecret() {
        return secrets.get("keycloak-launcher");
    }

    String testClientSecret() {
        return secrets.get("keycloak-test");
    }

    DatabaseAccess database() {
        return plan.external()
                .orElseGet(() -> new DatabaseAccess("jdbc:mysql://127.0.0.1:" + plan.ports().database() + "/", "root", rootPassword()));
    }

    /** Keycloak's own database and account, by statements that may run at every start. */
    List<String> keycloakSchema() {
        return List.of(
                "CREATE DATABASE IF NOT EXISTS keycloak CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;",
                "CREATE USER IF NOT EXISTS keycloak@'%' IDENTIFIED BY '" + secrets.get("keycloak-database") + "';",
                "GRANT ALL ON keycloak.* TO keycloak@'%';");
    }

    KeycloakServer.Database keycloakDatabase() {
        return new KeycloakServer.Database(
                "jdbc:mariadb://127.0.0.1:" + plan.ports().database() + "/keycloak", "keycloak", secrets.get("keycloak-database"));
    }

    Map<String, String> forRealmFile() {
        return Map.of(
                "QUITTANCE_BASE_URL", baseUrl(),
                "QUITTANCE_SMTP_HOST", "127.0.0.1",
                "QUITTANCE_SMTP_PORT", Integer.toString(plan.ports().smtp()),
                "QUITTANCE_SMTP_FROM", FROM,
                "QUITTANCE_KEYCLOAK_CLIENT_SECRET", secrets.get("keycloak-app"),
                "QUITTANCE_KEYCLOAK_ADMIN_CLIENT_SECRET", secrets.get("keycloak-admin"));
    }

    /** What the application is told, by system property. */
    Map<String, String> asProperties() {
        Map<String, String> properties = new TreeMap<>();
        DatabaseAccess database = database();
        properties.put("quittance.home", plan.project().root().toString());
        properties.put("quittance.base.url", baseUrl());
        properties.put("quittance.db.url", database.url());
        properties.put("quittance.db.user", database.user());
        properties.put("quittance.db.password", database.password());
        properties.put("quittance.root.key.file", secrets.keyFile("root.key").toString());
        properties.put("quittance.keycloak.url", keycloakUrl());
        properties.put("quittance.keycloak.realm", "quittance");
        properties.put("quittance.keycloak.issuer", keycloakUrl() + "/realms/quittance");
        properties.put("quittance.keycloak.client.id", "quittance-app");
        properties.put("quittance.keycloak.client.secret", secrets.get("keycloak-app"));
        properties.put("quittance.keycloak.admin.client.id", "quittance-admin");
        properties.put("quittance.keycloak.admin.client.secret", secrets.get("keycloak-admin"));
        if (plan.withTestClient()) {
            properties.put("quittance.keycloak.parties", "quittance-app,quittance-cli,quittance-test");
        }
        properties.put("quittance.smtp.host", "127.0.0.1");
        properties.put("quittance.smtp.port", Integer.toString(plan.ports().smtp()));
        properties.put("quittance.smtp.from", FROM);
        properties.put("quittance.mailbox.url", "http://localhost:" + plan.ports().mailbox());
        properties.put("quittance.plugins.dir", plan.plugins().toString());
        // the build signs with a key of its own; and the sandbox company lives on this machine
        properties.put("quittance.plugins.trusted.keys", plan.plugins().resolveSibling("trusted-keys").toString());
        properties.put("quittance.plugins.private.networks", "allow");
        properties.put("quittance.sandbox.url", "http://localhost:" + plan.ports().sandbox());
        properties.put("quittance.demo.logins", plan.folders().demoLogins().toString());
        properties.putAll(plan.properties());
        return properties;
    }

    /** For the subcommands, which may run while the stack does; readable by its owner only. */
    void writeTo(Path file) {
        Folders.writePrivately(file, asProperties().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\"))
                .collect(Collectors.joining("\n", "", "\n")));
    }
}
