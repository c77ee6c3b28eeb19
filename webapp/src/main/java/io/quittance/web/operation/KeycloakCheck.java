package io.quittance.web.operation;

import io.quittance.identity.OidcSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether people can sign in now. Always up: whoever is signed in works on while Keycloak is away. */
@Readiness
@ApplicationScoped
public class KeycloakCheck implements HealthCheck {

    private static final int PATIENCE_MILLIS = 1_000;

    @Inject
    OidcSettings settings;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("keycloak").up().withData("reachable", isReachable()).build();
    }

    private boolean isReachable() {
        try {
            URI realm = settings.internal();
            HttpURLConnection connection = (HttpURLConnection) realm.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            connection.setRequestMethod("HEAD");
            int status = connection.getResponseCode();
            connection.disconnect();
            return status < HttpURLConnection.HTTP_INTERNAL_ERROR;
        } catch (IOException away) {
            return false;
        }
    }
}
