package io.quittance.banking;

/** Whether a mandate may be used. It leaves {@link #ACTIVE} once. */
public enum MandateState {
    ACTIVE,
    /** The payer, or one of our people, has taken it back. */
    REVOKED,
    /** It was for one collection, or its last one was sent. */
    USED
}
