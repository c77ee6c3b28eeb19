package io.quittance.billing;

/** How a billing run stands. */
public enum BillingState {
    RUNNING,
    /** A person stopped it; what was issued stays, and it can go on. */
    STOPPED,
    /** Nothing waits any more; some may have failed. */
    DONE
}
