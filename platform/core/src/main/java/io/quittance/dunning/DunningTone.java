package io.quittance.dunning;

/** How a reminder speaks. */
public enum DunningTone {
    /** Before the due date: a notice, no reproach. */
    NOTICE,
    FRIENDLY,
    FIRM,
    FINAL
}
