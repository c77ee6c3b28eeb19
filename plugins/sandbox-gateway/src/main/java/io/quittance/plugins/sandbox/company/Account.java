package io.quittance.plugins.sandbox.company;

/**
 * A merchant. Anybody who names a new account gets it, and the key they first use is its key from then on.
 *
 * @param keyDigest    SHA-256 of the API key
 * @param mode         what happens to payments unless the payer's page says otherwise
 * @param delaySeconds how late a delayed message is
 */
public record Account(String id, String keyDigest, String mode, int delaySeconds) {

    static final int DELAY_SECONDS = 10;

    static Account fresh(String id, String keyDigest) {
        return new Account(id, keyDigest, Mode.APPROVED.label(), DELAY_SECONDS);
    }
}
