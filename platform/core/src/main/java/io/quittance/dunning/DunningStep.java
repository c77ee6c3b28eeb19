package io.quittance.dunning;

import java.time.LocalDate;

/**
 * One rung of the ladder.
 *
 * @param code   stable name, such as {@code after-10}; a step is done at most once per invoice
 * @param offset civil days from the due date: negative before, positive after, never 0 (the due day is not late)
 */
public record DunningStep(String code, int offset, DunningTone tone) {

    /** How many days late a step may be made up for, after an outage; later it would only confuse. */
    public static final int GRACE_DAYS = 3;

    private static final int FURTHEST = 365;

    public DunningStep {
        if (offset == 0 || Math.abs(offset) > FURTHEST) {
            throw new IllegalArgumentException("a reminder lies 1 to " + FURTHEST + " days before or after the due date, not " + offset);
        }
        if (offset < 0 != (tone == DunningTone.NOTICE)) {
            throw new IllegalArgumentException("before the due date, and only there, the tone is a notice");
        }
    }

    /** First due date for which the step is to be done today. */
    public LocalDate firstDue(LocalDate today) {
        LocalDate earliest = lastDue(today).minusDays(GRACE_DAYS);
        // A notice of what is due makes no sense once it was due.
        return offset < 0 && earliest.isBefore(today) ? today : earliest;
    }

    /** Last due date for which the step is to be done today. */
    public LocalDate lastDue(LocalDate today) {
        return today.minusDays(offset);
    }
}
