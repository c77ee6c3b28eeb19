package io.quittance.reconciliation;

/** How a line differs from what it says it is. */
public enum Gap {
    /** Less arrived than was announced. */
    SHORT,
    /** More arrived than was announced. */
    OVER,
    /** Another currency arrived. */
    CURRENCY
}
