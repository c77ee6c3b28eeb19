package io.quittance.plugins.sandbox.company;

/**
 * A payer's consent to be charged later, as of one moment. Times in milliseconds since 1970.
 *
 * @param key       the merchant's idempotency key, unique within the account
 * @param state     open until the payer has agreed, then active, then revoked
 * @param expiresAt until when the payer may agree
 * @param mode      what happens to its charges
 * @param method    card or debit, empty until the payer has agreed
 * @param sequence  number of the last thing that happened to it
 */
public record Mandate(String id, String account, String key, String currency, String reference, String returnUrl, String webhookUrl,
                      String webhookSecret, String locale, long expiresAt, String state, String mode, String method, String label,
                      long sequence, long changedAt) {

    static final String OPEN = "open";
    static final String ACTIVE = "active";
    static final String REVOKED = "revoked";

    boolean isActive() {
        return ACTIVE.equals(state);
    }

    Mandate agreed(Mode chosen, String by, String shown, long now) {
        return new Mandate(id, account, key, currency, reference, returnUrl, webhookUrl, webhookSecret, locale, expiresAt, ACTIVE,
            chosen.label(), by, shown, sequence + 1, now);
    }

    /** Nothing that anybody has to be told of. */
    Mandate charging(Mode chosen) {
        return new Mandate(id, account, key, currency, reference, returnUrl, webhookUrl, webhookSecret, locale, expiresAt, state,
            chosen.label(), method, label, sequence, changedAt);
    }

    Mandate revoked(long now) {
        return new Mandate(id, account, key, currency, reference, returnUrl, webhookUrl, webhookSecret, locale, expiresAt, REVOKED, mode,
            method, label, sequence + 1, now);
    }
}
