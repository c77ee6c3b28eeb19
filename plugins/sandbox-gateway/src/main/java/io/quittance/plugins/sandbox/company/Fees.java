package io.quittance.plugins.sandbox.company;

import java.util.Currency;

/** What the company keeps: 2.9 % half-up plus 0.30 of the currency, never more than the payment. */
final class Fees {

    private static final long PER_MILLE = 29;
    private static final long FIXED_HUNDREDTHS = 30;

    private Fees() {
    }

    /** @param amount positive, in minor units; the fee comes back in the same */
    static long of(long amount, String currency) {
        long share = Math.addExact(Math.multiplyExact(amount, PER_MILLE), 500) / 1000;
        return Math.min(amount, Math.addExact(share, fixed(Currency.getInstance(currency).getDefaultFractionDigits())));
    }

    /** 0.30 in minor units, rounded down: nothing where the currency has no smaller unit. */
    private static long fixed(int exponent) {
        return switch (exponent) {
            case 0 -> 0;
            case 1 -> FIXED_HUNDREDTHS / 10;
            case 2 -> FIXED_HUNDREDTHS;
            case 3 -> FIXED_HUNDREDTHS * 10;
            default -> FIXED_HUNDREDTHS * 100;
        };
    }
}
