package io.quittance.autopay;

/** Where the charge of a claim stands. */
public enum ChargeState {
    /** The payer is told, and it waits for its day. */
    PLANNED,
    /** It may have reached the gateway, which says what becomes of it. */
    STARTED,
    SUCCEEDED,
    /** Refused for good or too often: reminders go on from here. */
    FAILED,
    /** There is nothing to charge any more. */
    DROPPED
}
