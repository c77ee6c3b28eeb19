package io.quittance.refund;

/** How money goes back. */
public enum RefundWay {
    /** Through the gateway that took it. */
    GATEWAY,
    /** Our people made a transfer: out of the bank account. */
    BANK_TRANSFER,
    /** Our bank transfers it on an order in a file, which a second person releases. */
    TRANSFER,
    /** Handed out: out of cash in transit. */
    CASH
}
