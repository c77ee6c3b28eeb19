package io.quittance.plugins.openbanking;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Base64;

/** The keys of both sides, made once, since that is slow. */
final class Keys {

    static final RSAKey BANK = make("bank-1");
    static final RSAKey OURS = make("ours-1");
    private static final RSAKey STRANGER = make("bank-1");

    private Keys() {
    }

    private static RSAKey make(String name) {
        try {
            return new RSAKeyGenerator(2048).keyID(name).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every JDK makes RSA keys", impossible);
        }
    }

    /** Ours, as a tenant enters it. */
    static String entered() {
        try {
            return "-----BEGIN PRIVATE KEY----- " + Base64.getEncoder().encodeToString(OURS.toRSAPrivateKey().getEncoded())
                + " -----END PRIVATE KEY-----";
        } catch (JOSEException impossible) {
            throw new IllegalStateException("an RSA key is one", impossible);
        }
    }

    /** The bank's public ones, as it shows them. */
    static String shown() {
        return new JWKSet(BANK.toPublicJWK()).toString();
    }

    static String byBank(JWTClaimsSet claims) {
        return sign(BANK, JWSAlgorithm.PS256, claims);
    }

    /** By a key of the bank's name that is not the bank's. */
    static String byStranger(JWTClaimsSet claims) {
        return sign(STRANGER, JWSAlgorithm.PS256, claims);
    }

    /** By the bank, with the algorithm that FAPI does not take. */
    static String weakly(JWTClaimsSet claims) {
        return sign(BANK, JWSAlgorithm.RS256, claims);
    }

    private static String sign(RSAKey key, JWSAlgorithm algorithm, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("an RSA key signs", impossible);
        }
    }

    /** What we have signed, as the bank proves it. */
    static JWTClaimsSet proven(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            boolean ours = JWSAlgorithm.PS256.equals(jwt.getHeader().getAlgorithm()) && OURS.getKeyID().equals(jwt.getHeader().getKeyID())
                && jwt.verify(new RSASSAVerifier(OURS.toRSAPublicKey()));
            if (!ours) {
                throw new IllegalArgumentException("not signed by us with PS256");
            }
            return jwt.getJWTClaimsSet();
        } catch (ParseException | JOSEException malformed) {
            throw new IllegalArgumentException("no signed token", malformed);
        }
    }
}
