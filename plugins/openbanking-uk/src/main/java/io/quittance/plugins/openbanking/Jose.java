package io.quittance.plugins.openbanking;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.quittance.plugins.kit.Sha256;
import io.quittance.plugins.kit.Unreadable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Signs what we say and proves what the bank says, by PS256 and nothing weaker (FAPI 1.0 Advanced, 8.6). */
final class Jose {

    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofMinutes(2);

    private Jose() {
    }

    /** A signed statement of ours. @throws IllegalArgumentException when the key is none */
    static String sign(String key, String keyId, Instant now, Map<String, Object> claims) {
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder().jwtID(UUID.randomUUID().toString()).issueTime(Date.from(now))
            .notBeforeTime(Date.from(now)).expirationTime(Date.from(now.plus(LIFETIME)));
        claims.forEach(builder::claim);
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.PS256).keyID(keyId).type(JOSEObjectType.JWT).build(),
            builder.build());
        try {
            jwt.sign(new RSASSASigner(privateKey(key)));
            return jwt.serialize();
        } catch (JOSEException unusable) {
            throw new IllegalArgumentException("the signing key cannot sign: " + unusable.getMessage());
        }
    }

    private static PrivateKey privateKey(String key) {
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(key.replaceAll("-----[A-Z ]+-----", ""));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            // without the cause: its message could quote the key
            throw new IllegalArgumentException("the signing key is no RSA key in PKCS #8");
        }
    }

    /**
     * The claims of the bank's statement to us.
     *
     * @param keys   the bank's, as JSON
     * @param issuer who must have made it
     * @param client to whom it must be
     * @throws Unreadable when it is not proven
     * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID Connect Core, 3.1.3.7</a>
     */
    static Map<String, Object> prove(String token, String keys, String issuer, String client, Instant now) throws Unreadable {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!JWSAlgorithm.PS256.equals(jwt.getHeader().getAlgorithm())) {
                throw new Unreadable("the bank's statement is signed by " + jwt.getHeader().getAlgorithm() + ", not PS256");
            }
            JWK key = Optional.ofNullable(JWKSet.parse(keys).getKeyByKeyId(String.valueOf(jwt.getHeader().getKeyID())))
                .orElseThrow(() -> new Unreadable("the bank has no key of the name that it signed with"));
            if (!jwt.verify(new RSASSAVerifier(key.toRSAKey().toRSAPublicKey()))) {
                throw new Unreadable("the signature of the bank's statement is wrong");
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            boolean current = claims.getExpirationTime() != null && claims.getExpirationTime().toInstant().plus(SKEW).isAfter(now)
                && claims.getIssueTime() != null && claims.getIssueTime().toInstant().minus(SKEW).isBefore(now);
            List<String> audience = claims.getAudience();
            if (!current || !issuer.equals(claims.getIssuer()) || !audience.contains(client)
                    || audience.size() > 1 && !client.equals(claims.getStringClaim("azp"))) {
                throw new Unreadable("the bank's statement is outdated, or another's, or to somebody else");
            }
            return claims.getClaims();
        } catch (ParseException | JOSEException | ClassCastException malformed) {
            throw new Unreadable("the bank's statement is no signed token");
        }
    }

    /** The first half of a text's digest, by which an id token vouches for a code or a state (OpenID Connect Core, 3.3.2.11). */
    static String half(String text) {
        byte[] digest = sha256(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, digest.length / 2));
    }

    /** What proves later that whoever has the code also began (RFC 7636). */
    static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(verifier));
    }

    private static byte[] sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
