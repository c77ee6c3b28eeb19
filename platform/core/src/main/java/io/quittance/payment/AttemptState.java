package io.quittance.payment;

/** Where an attempt to be paid through a gateway stands. */
public enum AttemptState {
    /** Recorded; the gateway is being asked, or we died while asking. */
    STARTED,
    /** The hosted page waits for the payer. */
    OPEN,
    /** The gateway may or may not have the order. No other attempt for the invoice begins until that is known. */
    IN_DOUBT,
    /** The gateway said no. */
    DECLINED,
    /** The gateway never saw it. */
    NOT_SENT,
    /** The payer let the page expire, or the payment failed. */
    FAILED,
    /** The money was captured. */
    SUCCEEDED;

    /** Whether the gateway must be asked what became of it. */
    public boolean isUnknown() {
        return this == STARTED || this == IN_DOUBT;
    }
}
