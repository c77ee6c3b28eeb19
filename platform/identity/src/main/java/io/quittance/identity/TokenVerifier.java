package io.quittance.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/**
 * Checks access tokens: signature by a key of the realm, algorithm, type, issuer, audience, expiry, and the client they were
 * issued to. Whatever is not exactly as expected is refused.
 */
@ApplicationScoped
public class TokenVerifier {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.EdDSA);
    private static final int SKEW_SECONDS = 10;
    private static final int LONGEST = 32 * 1024;

    private OidcSettings settings;
    private JWKSource<SecurityContext> fixedKeys;
    private RealmKeys keys;
    private Clock clock;

    protected TokenVerifier() {
    }

    @Inject
    public TokenVerifier(OidcSettings settings, RealmKeys keys, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
    }

    /** With keys of the caller's own instead of the realm's. */
    TokenVerifier(OidcSettings settings, JWKSource<SecurityContext> keys, Clock clock) {
        this.settings = settings;
        this.fixedKeys = keys;
        this.clock = clock;
    }

    public TokenOutcome verify(String token) {
        if (token.length() > LONGEST) {
            return new TokenOutcome.Refused("the token is too long");
        }
        try {
            JWTClaimsSet claims = processor().process(token, null);
            return refusal(claims).<TokenOutcome>map(TokenOutcome.Refused::new).orElseGet(() -> new TokenOutcome.Verified(read(claims)));
        } catch (KeySourceException unavailable) {
            return new TokenOutcome.KeysUnavailable();
        } catch (ParseException | BadJOSEException | JOSEException wrong) {
            return new TokenOutcome.Refused(String.valueOf(wrong.getMessage()));
        }
    }

    private DefaultJWTProcessor<SecurityContext> processor() {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt")));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, fixedKeys == null ? keys.source() : fixedKeys));
        DefaultJWTClaimsVerifier<SecurityContext> verifier = new DefaultJWTClaimsVerifier<>(
                settings.audience(),
                new JWTClaimsSet.Builder().issuer(settings.issuer().toString()).build(),
                Set.of("sub", "exp", "iat", "azp")) {

            @Override
            protected Date currentTime() {
                return Date.from(clock.instant());
            }
        };
        verifier.setMaxClockSkew(SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(verifier);
        return processor;
    }

    /** Keycloak signs id, refresh and logout tokens with the same keys: only {@code Bearer} opens a door. */
    private Optional<String> refusal(JWTClaimsSet claims) {
        if (!"Bearer".equals(claims.getClaim("typ"))) {
            return Optional.of("this is not an access token");
        }
        if (!(claims.getClaim("azp") instanceof String party) || !settings.parties().contains(party)) {
            return Optional.of("the token was issued to a client that is not known here");
        }
        return Optional.empty();
    }

    private static VerifiedToken read(JWTClaimsSet claims) {
        return new VerifiedToken(
                claims.getSubject(),
                text(claims, "name").or(() -> text(claims, "preferred_username")).orElse(claims.getSubject()),
                text(claims, "email").orElse(""),
                text(claims, "azp").orElseThrow(),
                claims.getExpirationTime().toInstant(),
                OrganisationClaim.memberships(claims.getClaim("organization")));
    }

    private static Optional<String> text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
