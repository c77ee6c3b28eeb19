package io.quittance.order;

/** What becomes of an order whose buyer is no customer yet. */
public enum UnknownBuyer {
    /** The buyer becomes a customer. */
    CREATE,
    /** The rule "known customer" speaks. */
    REFUSE
}
