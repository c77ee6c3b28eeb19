package io.quittance.webhook.control;

import io.quittance.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Signs by the symmetric scheme {@code v1} of the Standard Webhooks specification: HMAC-SHA256 over id, time and body. */
public final class Signature {

    private static final String PREFIX = "whsec_";
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Signature() {
    }

    /** A new secret, as the receiver's libraries take it. */
    public static String newSecret() {
        byte[] key = new byte[SECRET_BYTES];
        RANDOM.nextBytes(key);
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** @param secrets those that are valid: the receiver is content when one of them fits */
    static String header(List<String> secrets, String id, Instant at, String body) {
        return secrets.stream().map(secret -> "v1," + of(secret, id, at, body)).collect(Collectors.joining(" "));
    }

    private static String of(String secret, String id, Instant at, String body) {
        byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        String signed = id + "." + at.getEpochSecond() + "." + body;
        return Base64.getEncoder().encodeToString(Sha256.hmac(key, signed.getBytes(StandardCharsets.UTF_8)));
    }
}
