package io.quittance.reconciliation.entity;

import io.quittance.Score;

/**
 * Weights of evidence, added where probabilities would be multiplied: ten times the common logarithm of a ratio (I. J. Good,
 * Probability and the Weighing of Evidence, 1950). Which weight speaks for which coincidence follows I. Fellegi and
 * A. Sunter, A Theory for Record Linkage, 1969: what is rare among the open items says more when it agrees.
 */
final class Decibans {

    private static final int BEYOND_DOUBT = 60;

    private Decibans() {
    }

    /** That something of which there is one in so many is met by chance. @param many at least 1 */
    static int oneIn(long many) {
        return (int) Math.round(10 * Math.log10(many));
    }

    /** That one of several, of so many in all, is met by chance. @param several at least 1 */
    static int share(long several, long all) {
        return Math.max(0, oneIn(all) - oneIn(several));
    }

    /** The probability of what has this many decibans more than all that speaks for anything else. */
    static Score probability(int margin) {
        int bounded = Math.clamp(margin, -BEYOND_DOUBT, BEYOND_DOUBT);
        return new Score((int) (Score.CERTAIN / (1 + Math.pow(10, -bounded / 10.0))));
    }

    /** What two weights for different things come to together: the logarithm of the sum of what they are logarithms of. */
    static int either(int one, int other) {
        int greater = Math.max(one, other);
        return greater + (int) Math.round(10 * Math.log10(1 + Math.pow(10, -Math.abs((long) one - other) / 10.0)));
    }
}
