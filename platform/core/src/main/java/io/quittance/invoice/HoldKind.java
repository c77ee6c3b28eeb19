package io.quittance.invoice;

/** Why collecting pauses. */
public enum HoldKind {
    /** The debtor contests the invoice. */
    DISPUTE,
    /** The debtor promised to pay, or pays by a plan. */
    PROMISE,
    /** A payment is on its way. */
    PAYMENT_IN_FLIGHT,
    /** Somebody of the tenant said so. */
    MANUAL
}
