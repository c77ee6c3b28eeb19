package io.quittance.tenancy.control;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import io.quittance.Sha256;
import io.quittance.config.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * The key that wraps every tenant's key: 32 random bytes in Base64, in the file that {@code quittance.root.key.file}
 * names. Whoever has the database but not this file reads no secret.
 */
@ApplicationScoped
public class RootKey {

    private static final int BYTES = 32;

    @Inject
    Configuration configuration;

    private volatile byte[] key;

    /** Seals and opens with AES-256-GCM. */
    Aead aead() {
        try {
            return new AesGcmJce(key());
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("AES-GCM is not available", defect);
        }
    }

    /** A password of the platform's own database accounts; the same on every node, stored nowhere. */
    String derivePassword(String account) {
        byte[] derived = Sha256.hmac(key(), ("database-account|1|" + account).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(derived);
    }

    private byte[] key() {
        if (key == null) {
            key = read(Path.of(configuration.required("quittance.root.key.file")));
        }
        return key;
    }

    private static byte[] read(Path file) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(Files.readString(file).strip());
            if (bytes.length != BYTES) {
                throw new IllegalStateException(file + " must hold " + BYTES + " bytes in Base64 but holds " + bytes.length);
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the root key " + file + " cannot be read", unreadable);
        }
    }
}
