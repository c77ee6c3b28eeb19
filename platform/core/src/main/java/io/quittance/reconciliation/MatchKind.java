package io.quittance.reconciliation;

/** What a line was matched to. */
public enum MatchKind {
    /** A gateway's payout. */
    PAYOUT,
    /** A part of a gateway's payout that came in several. */
    PAYOUT_PART,
    /** A customer's transfer, recorded as a payment. */
    TRANSFER,
    /** Direct debits that we ordered. */
    DEBIT,
    /** Direct debits that came back. */
    DEBIT_RETURN,
    /** Transfers that we ordered. */
    ORDERED_TRANSFER
}
