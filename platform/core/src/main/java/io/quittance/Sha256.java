package io.quittance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256 (FIPS 180-4) and the HMAC made with it (RFC 2104), both of which every Java platform has. Texts count as UTF-8. */
public final class Sha256 {

    private static final String HMAC = "HmacSHA256";

    private Sha256() {
    }

    /** @return 32 bytes */
    public static byte[] of(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException defect) {
            throw new IllegalStateException("every Java platform has SHA-256", defect);
        }
    }

    /** @return 32 bytes */
    public static byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @return 64 digits in lower case */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(of(content));
    }

    /** @return 64 digits in lower case */
    public static String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }

    /** What only those can make and check who have the key. @param key not empty. @return 32 bytes */
    public static byte[] hmac(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(content);
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("every Java platform has " + HMAC, defect);
        }
    }
}
