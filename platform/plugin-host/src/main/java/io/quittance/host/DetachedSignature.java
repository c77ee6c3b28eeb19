package io.quittance.host;

import io.quittance.plugin.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The file beside an archive: who published it, its SHA-256, and an Ed25519 signature over every byte of it. Signed is
 * the archive, not its entries, so nothing can be slipped in.
 *
 * @param publisher name of the key
 * @param sha256    hexadecimal
 * @param signature raw, 64 bytes
 */
record DetachedSignature(String publisher, String sha256, byte[] signature) {

    private static final int TEXT_MAX = 4_096;

    static DetachedSignature parse(String text) throws Unfit {
        if (text.length() > TEXT_MAX) {
            throw new Unfit(Refusal.UNSIGNED, "the signature file is too long to be one");
        }
        Properties lines = new Properties();
        try {
            lines.load(new StringReader(text));
            if (!"Ed25519".equals(lines.getProperty("algorithm"))) {
                throw new Unfit(Refusal.UNSIGNED, "the signature is not of the kind Ed25519");
            }
            return new DetachedSignature(required(lines, "publisher"), required(lines, "sha256"),
                Base64.getDecoder().decode(required(lines, "signature")));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new Unfit(Refusal.UNSIGNED, "the signature file cannot be read: " + unreadable.getMessage());
        }
    }

    private static String required(Properties lines, String key) throws Unfit {
        String value = lines.getProperty(key, "").strip();
        if (value.isEmpty()) {
            throw new Unfit(Refusal.UNSIGNED, "the signature file lacks the line " + key);
        }
        return value;
    }

    /** @throws Unfit when the publisher is not trusted, or these are not the bytes that were signed */
    void verify(byte[] archive, PublisherKeys trusted) throws Unfit {
        PublicKey key = trusted.of(publisher).orElseThrow(
            () -> new Unfit(Refusal.UNTRUSTED_PUBLISHER, "publisher '" + publisher + "' is not trusted here"));
        if (!sha256(archive).equalsIgnoreCase(sha256)) {
            throw new Unfit(Refusal.WRONG_SIGNATURE, "the archive's SHA-256 is not the one that was signed");
        }
        if (!fits(archive, key)) {
            throw new Unfit(Refusal.WRONG_SIGNATURE, "the signature was not made by " + publisher + " for these bytes");
        }
    }

    private boolean fits(byte[] archive, PublicKey key) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(archive);
            return check.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("this JDK cannot check Ed25519 signatures", defect);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException defect) {
            throw new IllegalStateException("every JDK has SHA-256", defect);
        }
    }
}
