package io.quittance.plugins.sandbox.company;

/** Money given back. @param key the merchant's idempotency key @param sequence its place among what happened to the payment */
public record Refund(String id, String account, String payment, String key, long amount, String currency, long sequence, long at,
                     String payout) {

    Refund paidOutIn(String batch) {
        return new Refund(id, account, payment, key, amount, currency, sequence, at, batch);
    }
}
