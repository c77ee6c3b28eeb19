package io.quittance.order;

/** What rules say to an order, whether or not it can be invoiced. */
public enum Verdict {
    PASS,
    HOLD,
    REJECT
}
