package io.quittance.autopay;

/** Where an agreement stands. */
public enum AgreementState {
    /** The payer agreed with us and was sent to the gateway, which has not told of a method yet. */
    ASKED,
    ACTIVE,
    /** Withdrawn, replaced by another, refused or ended by the gateway. */
    ENDED
}
