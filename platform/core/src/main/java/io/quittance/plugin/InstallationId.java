package io.quittance.plugin;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A plugin enabled for a tenant. It stands in the address to which the gateway sends its webhooks, so it cannot be
 * guessed: 128 random bits. Knowing it proves nothing; only a signature does.
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record InstallationId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public InstallationId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("an installation id has 32 hexadecimal digits");
        }
    }

    /** Whether a text from outside can be an installation id at all. */
    public static boolean isWellFormed(String value) {
        return value.matches("[0-9a-f]{32}");
    }

    public static InstallationId random() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return new InstallationId(HexFormat.of().formatHex(bits));
    }

    @Override
    public String toString() {
        return value;
    }
}
