package io.quittance.identity;

import io.quittance.config.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** Where Keycloak is, and as whom this deployment speaks to it. */
@ApplicationScoped
public class OidcSettings {

    private static final int GRACE_MINUTES = 30;

    @Inject
    Configuration configuration;

    /** {@code quittance.keycloak.issuer}: the realm's URL as browsers see it, such as {@code http://localhost:8180/realms/quittance}. */
    public URI issuer() {
        return URI.create(stripSlash(configuration.required("quittance.keycloak.issuer")));
    }

    /** {@code quittance.keycloak.internal}: the same realm as this server reaches it, where that differs. */
    public URI internal() {
        return configuration.find("quittance.keycloak.internal").map(OidcSettings::stripSlash).map(URI::create).orElseGet(this::issuer);
    }

    /** Where people reach the product, without a slash at its end. */
    public String baseUrl() {
        return configuration.baseUrl();
    }

    /** {@code quittance.keycloak.client.id}: the confidential client that signs people in. */
    public String clientId() {
        return configuration.orDefault("quittance.keycloak.client.id", "quittance-app");
    }

    /** {@code quittance.keycloak.client.secret}. */
    public String clientSecret() {
        return configuration.required("quittance.keycloak.client.secret");
    }

    /** {@code quittance.keycloak.audience}: what an access token must be made out to. */
    public String audience() {
        return configuration.orDefault("quittance.keycloak.audience", "quittance-api");
    }

    /** {@code quittance.keycloak.parties}: the clients whose access tokens are taken at the REST door, separated by commas. */
    public Set<String> parties() {
        return Set.of(configuration.orDefault("quittance.keycloak.parties", clientId() + ",quittance-cli").split("\\s*,\\s*"));
    }

    /** {@code quittance.keycloak.grace.minutes}: how long a session outlives its access token while Keycloak cannot be reached. */
    public Duration grace() {
        return Duration.ofMinutes(configuration.number("quittance.keycloak.grace.minutes", GRACE_MINUTES));
    }

    /** {@code quittance.keycloak.admin.client.id}: the service account that makes organisations and people. */
    public String adminClientId() {
        return configuration.orDefault("quittance.keycloak.admin.client.id", "quittance-admin");
    }

    /** {@code quittance.keycloak.admin.client.secret}. */
    public String adminClientSecret() {
        return configuration.required("quittance.keycloak.admin.client.secret");
    }

    private static String stripSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
