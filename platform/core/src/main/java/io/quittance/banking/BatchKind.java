package io.quittance.banking;

/** What the orders of a batch do. */
public enum BatchKind {
    /** Debit payers' accounts. */
    COLLECTION,
    /** Pay refunds. */
    TRANSFER
}
