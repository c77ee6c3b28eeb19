package io.quittance.fourway;

/** Where a gap stands. */
public enum GapState {
    /** Somebody has to look. */
    OPEN,
    /** A person has said why it is so. Opens again when what it is about changes. */
    EXPLAINED,
    /** Later facts have closed it. */
    CLOSED
}
