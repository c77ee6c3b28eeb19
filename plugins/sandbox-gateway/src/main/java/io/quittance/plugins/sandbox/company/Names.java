package io.quittance.plugins.sandbox.company;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Unguessable names, digests and signatures. */
final class Names {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Names() {
    }

    /** A prefix and 96 random bits. */
    static String fresh(String prefix) {
        byte[] bits = new byte[12];
        RANDOM.nextBytes(bits);
        return prefix + "_" + HexFormat.of().formatHex(bits);
    }

    static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("every JDK has SHA-256", defect);
        }
    }

    /** HMAC-SHA256, hexadecimal, over the time in seconds, a full stop and the body. */
    static String sign(String secret, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", defect);
        }
    }
}
