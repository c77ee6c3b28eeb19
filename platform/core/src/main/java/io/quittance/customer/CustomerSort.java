package io.quittance.customer;

/** By what a list of customers can be ordered. */
public enum CustomerSort {
    NAME,
    EXTERNAL_REF,
    SEGMENT,
    CREATED
}
