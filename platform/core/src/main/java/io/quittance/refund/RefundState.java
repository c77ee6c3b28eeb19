package io.quittance.refund;

/** Where a refund stands. */
public enum RefundState {
    /** Decided on; the gateway has not heard of it. */
    QUEUED,
    /** Being sent: it may or may not have reached the gateway. */
    STARTED,
    /** The gateway has accepted it and will say how it ended. */
    PENDING,
    /** Nobody knows whether the gateway carried it out. It is asked. */
    IN_DOUBT,
    /** The money has gone back. */
    SETTLED,
    /** The gateway said no, or what it was for went away before it was sent; nothing has moved. */
    DECLINED,
    /** The gateway cannot have seen it; nothing has moved. */
    NOT_SENT;

    /** Whether money may still go back by it. */
    public boolean isUnderWay() {
        return compareTo(SETTLED) < 0;
    }
}
