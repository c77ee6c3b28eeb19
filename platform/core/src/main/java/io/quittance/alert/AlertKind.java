package io.quittance.alert;

/** Of what people are told. */
public enum AlertKind {
    /** A payment of at least so much is ours. */
    LARGE_PAYMENT,
    /** A payment, or an attempt at one, came to nothing. */
    DECLINED,
    /** Invoice, ledger, gateway and bank do not agree. */
    DISCREPANCY,
    /** An invoice was not paid by the end of its due day. */
    OVERDUE
}
