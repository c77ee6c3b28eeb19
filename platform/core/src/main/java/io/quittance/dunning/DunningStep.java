package io.quittance.dunning;

/**
 * One rung of the ladder.
 *
 * @param code   stable name, such as {@code after-10}; a step is done at most once per invoice
 * @param offset civil days from the due date: negative before, positive after, never 0 (the due day is not late)
 */
public record DunningStep(String code, int offset, DunningTone tone) {

    private static final int FURTHEST = 365;

    public DunningStep {
        if (offset == 0 || Math.abs(offset) > FURTHEST) {
            throw new IllegalArgumentException("a reminder lies 1 to " + FURTHEST + " days before or after the due date, not " + offset);
        }
        if (offset < 0 != (tone == DunningTone.NOTICE)) {
            throw new IllegalArgumentException("before the due date, and only there, the tone is a notice");
        }
    }
}
