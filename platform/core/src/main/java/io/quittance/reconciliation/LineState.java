package io.quittance.reconciliation;

/** Where a line of a statement stands. */
public enum LineState {
    /** The bank announces it; a booked line will take its place, or none. */
    PENDING,
    /** Nothing in the books explains it yet. */
    OPEN,
    /** It is the payout or the transfer it says it is, to the cent. */
    MATCHED,
    /** It says what it is, but something about it differs; nothing was booked. */
    DISCREPANCY
}
