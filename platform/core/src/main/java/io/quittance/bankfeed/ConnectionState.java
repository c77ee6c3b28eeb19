package io.quittance.bankfeed;

/** Where a consent stands. */
public enum ConnectionState {
    /** The owner has been sent to the bank and has not come back. */
    BEGUN,
    /** The accounts can be read. */
    CONNECTED,
    /** The owner has to consent again; what was read stays. */
    EXPIRED,
    /** Given back; what was read stays. */
    ENDED
}
