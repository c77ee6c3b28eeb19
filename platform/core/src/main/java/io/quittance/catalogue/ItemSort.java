package io.quittance.catalogue;

/** By what a list of items can be ordered. */
public enum ItemSort {
    CODE,
    NAME,
    CREATED
}
