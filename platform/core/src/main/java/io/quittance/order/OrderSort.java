package io.quittance.order;

/** By what a list of orders can be ordered. */
public enum OrderSort {
    RECEIVED,
    /** By the bare figure: an order of urgency, not a comparison of unlike currencies. What nobody knows counts as most. */
    STAKE
}
