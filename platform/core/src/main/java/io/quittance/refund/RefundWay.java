package io.quittance.refund;

/** How money goes back. */
public enum RefundWay {
    /** Through the gateway that took it. */
    GATEWAY,
    /** Our people made a transfer: out of the bank account. */
    BANK_TRANSFER,
    /** Handed out: out of cash in transit. */
    CASH
}
