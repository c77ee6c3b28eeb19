package io.quittance.idempotency;

/**
 * A request that must not happen twice.
 *
 * @param key    chosen by the caller for one intention: 1 to {@value #LONGEST_KEY} visible ASCII characters
 * @param digest SHA-256 over everything that makes the request what it is, in hexadecimal
 */
public record IdempotentRequest(String key, String digest) {

    public static final int LONGEST_KEY = 255;

    public IdempotentRequest {
        if (!isKey(key)) {
            throw new IllegalArgumentException("an idempotency key has 1 to " + LONGEST_KEY + " visible ASCII characters");
        }
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("the digest must be a SHA-256 in hexadecimal");
        }
    }

    public static boolean isKey(String text) {
        return text.matches("[\\x21-\\x7e]{1," + LONGEST_KEY + "}");
    }
}
