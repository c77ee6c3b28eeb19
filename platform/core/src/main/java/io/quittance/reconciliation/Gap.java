package io.quittance.reconciliation;

/** How invoices, ledger, gateway and bank differ, or a line of a statement from what it says it is. */
public enum Gap {
    /** One of them does not know of what the others tell. */
    MISSING,
    /** The same came twice. */
    DUPLICATE,
    /** Less than it should be. */
    SHORT,
    /** More than it should be. */
    OVER,
    /** What was kept as a fee is not what the books say. */
    FEE,
    /** Another currency, or another amount in it than the rate makes. */
    FX,
    /** Credited to somebody who did not pay it. */
    WRONG_PAYER,
    /** One amount came in several parts that do not all say so. */
    SPLIT,
    /** Several amounts came as one that does not say so. */
    MERGED,
    /** It was taken back, and the books still count it. */
    REVERSED,
    /** On another day than it should be, beyond what is usual. */
    DATE,
    /** It belongs to another tenant. */
    FOREIGN_TENANT
}
