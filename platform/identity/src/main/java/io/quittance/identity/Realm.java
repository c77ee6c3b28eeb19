package io.quittance.identity;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The realm's description of itself, read again before a sign-in so that nobody is sent to a Keycloak that is away. */
@ApplicationScoped
public class Realm {

    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final int PATIENCE_MILLIS = 3000;

    @Inject
    OidcSettings settings;

    @Inject
    Clock clock;

    private OIDCProviderMetadata metadata;
    private Instant readAt = Instant.MIN;

    /** @throws IOException when Keycloak does not answer as one */
    OIDCProviderMetadata reachable() throws IOException {
        synchronized (this) {
            if (metadata != null && readAt.plus(FRESH).isAfter(clock.instant())) {
                return metadata;
            }
        }
        OIDCProviderMetadata read = read();
        synchronized (this) {
            metadata = read;
            readAt = clock.instant();
            return metadata;
        }
    }

    /** As last read, however old. */
    OIDCProviderMetadata known() throws IOException {
        synchronized (this) {
            if (metadata != null) {
                return metadata;
            }
        }
        return reachable();
    }

    /** An endpoint as this server reaches it. */
    URI internal(URI endpoint) {
        String issuer = settings.issuer().toString();
        String text = endpoint.toString();
        return text.startsWith(issuer) ? URI.create(settings.internal() + text.substring(issuer.length())) : endpoint;
    }

    static HTTPRequest patient(HTTPRequest request) {
        request.setConnectTimeout(PATIENCE_MILLIS);
        request.setReadTimeout(PATIENCE_MILLIS);
        request.setFollowRedirects(false);
        return request;
    }

    private OIDCProviderMetadata read() throws IOException {
        URI address = URI.create(settings.internal() + "/.well-known/openid-configuration");
        try {
            HTTPResponse response = patient(new HTTPRequest(HTTPRequest.Method.GET, address.toURL())).send();
            response.ensureStatusCode(HTTPResponse.SC_OK);
            OIDCProviderMetadata read = OIDCProviderMetadata.parse(response.getBody());
            if (!read.getIssuer().getValue().equals(settings.issuer().toString())) {
                throw new IOException(address + " names itself " + read.getIssuer());
            }
            return read;
        } catch (ParseException notARealm) {
            throw new IOException(address + " does not answer as a realm", notARealm);
        }
    }
}
