package io.quittance.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;

/**
 * The realm's public keys, kept so that tokens can be checked while Keycloak is away. An unknown key id causes at most one
 * look-up in {@link #LEAST_INTERVAL}, so forged ids cannot make us hammer the realm.
 */
@ApplicationScoped
public class RealmKeys {

    private static final Duration FRESH = Duration.ofMinutes(15);
    private static final Duration OUTAGE = Duration.ofHours(8);
    private static final Duration LEAST_INTERVAL = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LARGEST_BYTES = 64 * 1024;

    @Inject
    OidcSettings settings;

    private JWKSource<SecurityContext> source;

    synchronized JWKSource<SecurityContext> source() {
        if (source == null) {
            int patience = (int) PATIENCE.toMillis();
            try {
                source = JWKSourceBuilder.<SecurityContext>create(
                                URI.create(settings.internal() + "/protocol/openid-connect/certs").toURL(),
                                new DefaultResourceRetriever(patience, patience, LARGEST_BYTES))
                        .cache(FRESH.toMillis(), 2 * PATIENCE.toMillis())
                        .refreshAheadCache(false)
                        .rateLimited(LEAST_INTERVAL.toMillis())
                        .outageTolerant(OUTAGE.toMillis())
                        .build();
            } catch (MalformedURLException wrong) {
                throw new IllegalStateException("quittance.keycloak.issuer is not a URL", wrong);
            }
        }
        return source;
    }

    @PreDestroy
    synchronized void close() {
        if (source instanceof Closeable closeable) {
            try {
                closeable.close();
            } catch (IOException stuck) {
                throw new UncheckedIOException(stuck);
            }
        }
        source = null;
    }
}
