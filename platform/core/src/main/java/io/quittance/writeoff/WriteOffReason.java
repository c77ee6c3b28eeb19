package io.quittance.writeoff;

/** Why we stop collecting. */
public enum WriteOffReason {
    INSOLVENT,
    UNREACHABLE,
    /** Time-barred. */
    BARRED,
    /** Not worth the effort. */
    SMALL_AMOUNT,
    GOODWILL,
    OTHER,
    /** A part that came back. */
    RECOVERED
}
