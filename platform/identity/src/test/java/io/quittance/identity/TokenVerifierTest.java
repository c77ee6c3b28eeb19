package io.quittance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.quittance.config.Configuration;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenVerifierTest {

    private static final Forge REALM = new Forge("realm-key");
    private static final Clock CLOCK = Clock.fixed(Forge.NOW.plusSeconds(60), ZoneOffset.UTC);

    private final TokenVerifier verifier = new TokenVerifier(settings(), REALM.keys(), CLOCK);

    @Test
    void a_good_token_says_who_and_in_which_organisation_with_which_roles() {
        TokenOutcome outcome = verifier.verify(REALM.sign(Forge.claims().build()));

        assertThat(outcome).isEqualTo(new TokenOutcome.Verified(new VerifiedToken("3f2c", "Anna Ader", "anna@example.org", "quittance-app",
                Forge.NOW.plusSeconds(300), List.of(new Membership("org-1", "alpha", Set.of("accountant"))))));
    }

    @Test
    void an_expired_token_is_refused() {
        assertRefused(REALM.sign(Forge.claims().expirationTime(Date.from(Forge.NOW.plusSeconds(45))).build()));
    }

    @Test
    void a_token_without_expiry_is_refused() {
        assertRefused(REALM.sign(Forge.claims().expirationTime(null).build()));
    }

    @Test
    void a_token_that_is_not_valid_yet_is_refused() {
        assertRefused(REALM.sign(Forge.claims().notBeforeTime(Date.from(Forge.NOW.plusSeconds(120))).build()));
    }

    @Test
    void a_token_for_another_audience_is_refused() {
        assertRefused(REALM.sign(Forge.claims().audience("account").build()));
        assertRefused(REALM.sign(Forge.claims().audience(List.of()).build()));
    }

    @Test
    void a_token_of_another_issuer_is_refused() {
        assertRefused(REALM.sign(Forge.claims().issuer("http://localhost:1/realms/master").build()));
    }

    @Test
    void a_token_of_an_unknown_client_is_refused() {
        assertRefused(REALM.sign(Forge.claims().claim("azp", "account-console").build()));
        assertRefused(REALM.sign(Forge.claims().claim("azp", null).build()));
    }

    @Test
    void an_id_or_refresh_token_is_no_access_token() {
        assertRefused(REALM.sign(Forge.claims().claim("typ", "ID").build()));
        assertRefused(REALM.sign(Forge.claims().claim("typ", "Refresh").build()));
        assertRefused(REALM.sign(Forge.claims().claim("typ", null).build()));
    }

    @Test
    void a_token_of_another_header_type_is_refused() {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("realm-key").type(new JOSEObjectType("logout+jwt")).build();
        assertRefused(REALM.sign(Forge.claims().build(), header));
    }

    @Test
    void a_token_without_signature_is_refused() {
        assertRefused(new PlainJWT(Forge.claims().build()).serialize());
    }

    @Test
    void a_token_signed_with_the_public_key_as_a_shared_secret_is_refused() throws JOSEException {
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("realm-key").type(JOSEObjectType.JWT).build(),
                Forge.claims().build());
        jwt.sign(new MACSigner(REALM.key().toRSAPublicKey().getEncoded()));
        assertRefused(jwt.serialize());
    }

    @Test
    void a_token_signed_by_somebody_else_under_our_key_id_is_refused() {
        assertRefused(new Forge("realm-key").sign(Forge.claims().build()));
    }

    @Test
    void a_token_signed_with_an_unknown_key_is_refused() {
        assertRefused(new Forge("other-key").sign(Forge.claims().build()));
    }

    @Test
    void a_tampered_token_is_refused() {
        String[] parts = REALM.sign(Forge.claims().build()).split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8).replace("accountant", "owner");
        assertRefused(parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8))
                + "." + parts[2]);
    }

    @Test
    void what_is_no_token_is_refused() {
        assertRefused("");
        assertRefused("a.b.c");
        assertRefused("x".repeat(100_000));
    }

    @Test
    void roles_outside_of_an_organisations_own_entry_grant_nothing() {
        JWTClaimsSet claims = Forge.claims()
                .claim("realm_access", Map.of("roles", List.of("owner", "admin")))
                .claim("resource_access", Map.of("quittance-app", Map.of("roles", List.of("owner"))))
                .claim("roles", List.of("owner"))
                .claim("groups", List.of("/owners"))
                .claim("organization", Map.of("alpha", Map.of("id", "org-1", "groups", List.of("/owners"), "roles", List.of("owner"))))
                .build();

        assertThat(memberships(claims)).containsExactly(new Membership("org-1", "alpha", Set.of()));
    }

    @Test
    void each_organisation_has_its_own_roles() {
        JWTClaimsSet claims = Forge.claims()
                .claim("organization", Map.of("alpha", Forge.organisation("org-1", "viewer"), "beta", Forge.organisation("org-2", "owner")))
                .build();

        assertThat(memberships(claims)).containsExactlyInAnyOrder(
                new Membership("org-1", "alpha", Set.of("viewer")), new Membership("org-2", "beta", Set.of("owner")));
    }

    @Test
    void an_organisation_without_id_or_of_another_shape_is_no_membership() {
        assertThat(memberships(Forge.claims().claim("organization", List.of("alpha")).build())).isEmpty();
        assertThat(memberships(Forge.claims().claim("organization", "alpha").build())).isEmpty();
        assertThat(memberships(Forge.claims().claim("organization", Map.of("alpha", Map.of())).build())).isEmpty();
        assertThat(memberships(Forge.claims().claim("organization", Map.of("alpha", Map.of("id", " "))).build())).isEmpty();
        assertThat(memberships(Forge.claims().claim("organization", null).build())).isEmpty();
    }

    @Test
    void without_the_realms_keys_nothing_is_decided() {
        TokenVerifier blind = new TokenVerifier(settings(), (selector, context) -> {
            throw new KeySourceException("the realm is away");
        }, CLOCK);

        assertThat(blind.verify(REALM.sign(Forge.claims().build()))).isEqualTo(new TokenOutcome.KeysUnavailable());
    }

    private List<Membership> memberships(JWTClaimsSet claims) {
        assertThat(verifier.verify(REALM.sign(claims))).isInstanceOf(TokenOutcome.Verified.class);
        return ((TokenOutcome.Verified) verifier.verify(REALM.sign(claims))).token().memberships();
    }

    private void assertRefused(String token) {
        assertThat(verifier.verify(token)).isInstanceOf(TokenOutcome.Refused.class);
    }

    private static OidcSettings settings() {
        OidcSettings settings = new OidcSettings();
        settings.configuration = new Configuration() {

            @Override
            public Optional<String> find(String name) {
                return name.equals("quittance.keycloak.issuer") ? Optional.of(Forge.ISSUER) : Optional.empty();
            }
        };
        return settings;
    }
}
