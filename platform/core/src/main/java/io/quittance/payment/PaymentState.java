package io.quittance.payment;

/** Where a payment stands. Derived from everything we know of it, whatever the order in which we came to know it. */
public enum PaymentState {
    /** The gateway knows of it; nothing has moved. */
    PENDING,
    /** Reserved, not ours yet. */
    AUTHORISED,
    /** Came to nothing. Money taken later by the same payment still counts. */
    FAILED,
    /** The money is ours, revocably. */
    CAPTURED,
    PARTLY_REFUNDED,
    REFUNDED,
    /** The payer's bank took it back while it decides. */
    DISPUTED,
    /** The payer's bank took it back for good. */
    CHARGED_BACK;

    /** Whether the money ever was ours: such a payment has lines in the journal. */
    public boolean wasCaptured() {
        return compareTo(CAPTURED) >= 0;
    }
}
