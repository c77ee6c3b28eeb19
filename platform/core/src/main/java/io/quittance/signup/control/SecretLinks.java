package io.quittance.signup.control;

import io.quittance.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that travel in links: 256 random bits. Only their hashes are kept, so a stolen database opens no link. */
@ApplicationScoped
public class SecretLinks {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    public String fresh() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    public String hash(String secret) {
        return Sha256.hex(secret);
    }
}
