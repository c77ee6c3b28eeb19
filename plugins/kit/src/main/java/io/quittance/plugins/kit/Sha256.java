package io.quittance.plugins.kit;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256 (FIPS 180-4) and the HMAC made with it (RFC 2104), both of which every JDK has. */
public final class Sha256 {

    private static final String HMAC = "HmacSHA256";

    private Sha256() {
    }

    /** @return 32 bytes */
    public static byte[] of(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException defect) {
            throw new IllegalStateException("every JDK has SHA-256", defect);
        }
    }

    /** What a company signs its deliveries with, where we share a secret with it. @param key not empty. @return 32 bytes */
    public static byte[] hmac(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(content);
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("every JDK has " + HMAC, defect);
        }
    }
}
