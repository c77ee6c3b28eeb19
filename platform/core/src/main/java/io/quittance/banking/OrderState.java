package io.quittance.banking;

/** Where an order stands. */
public enum OrderState {
    /** Prepared only. */
    WAITING,
    /** In a released file. */
    SENT,
    /** A statement shows it. */
    SETTLED,
    /** Collected, and taken back by the payer's bank. */
    RETURNED,
    /** The bank did not carry it out. */
    REJECTED,
    /** Taken out before the file was written. */
    DROPPED;

    /** Whether it may still move money. */
    public boolean isUnderWay() {
        return this == WAITING || this == SENT;
    }
}
