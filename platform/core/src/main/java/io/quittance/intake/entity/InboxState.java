package io.quittance.intake.entity;

/** Where a kept delivery stands. */
public enum InboxState {
    /** To be applied, now or when it is due again. */
    WAITING,
    APPLIED,
    /** Could not be applied within the bounded tries; a person must look. */
    DEAD,
    /** A person laid it aside for good. */
    DISCARDED
}
