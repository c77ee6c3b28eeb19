package io.quittance.plugins.sandbox.company;

/**
 * A checkout and what became of it, as of one moment. Amounts in minor units, times in milliseconds since 1970.
 *
 * @param key      the merchant's idempotency key, unique within the account
 * @param state    open, failed (the payer may try again) or captured
 * @param fee      kept by the company, zero until captured
 * @param sequence number of the last thing that happened to it
 * @param payout   id of the payout it went into, empty until then
 */
public record Payment(String id, String account, String key, long amount, String currency, String reference, String description,
                      String returnUrl, String webhookUrl, String webhookSecret, String locale, long createdAt, long expiresAt,
                      String state, String code, String method, String label, long fee, long refunded, long sequence, long changedAt,
                      String payout) {

    static final String OPEN = "open";
    static final String FAILED = "failed";
    static final String CAPTURED = "captured";

    boolean isCaptured() {
        return CAPTURED.equals(state);
    }

    Payment failed(String why, String by, String shown, long steps, long now) {
        return new Payment(id, account, key, amount, currency, reference, description, returnUrl, webhookUrl, webhookSecret, locale,
            createdAt, expiresAt, FAILED, why, by, shown, 0, refunded, sequence + steps, now, payout);
    }

    /** @param steps how many things happened on the way to the capture, the capture included */
    Payment captured(String by, String shown, long steps, long now) {
        return new Payment(id, account, key, amount, currency, reference, description, returnUrl, webhookUrl, webhookSecret, locale,
            createdAt, expiresAt, CAPTURED, "", by, shown, Fees.of(amount, currency), refunded, sequence + steps, now, payout);
    }

    Payment refundedBy(long more, long now) {
        return new Payment(id, account, key, amount, currency, reference, description, returnUrl, webhookUrl, webhookSecret, locale,
            createdAt, expiresAt, state, code, method, label, fee, Math.addExact(refunded, more), sequence + 1, now, payout);
    }

    Payment paidOutIn(String batch) {
        return new Payment(id, account, key, amount, currency, reference, description, returnUrl, webhookUrl, webhookSecret, locale,
            createdAt, expiresAt, state, code, method, label, fee, refunded, sequence, changedAt, batch);
    }
}
