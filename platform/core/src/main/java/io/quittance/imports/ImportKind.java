package io.quittance.imports;

/** What the rows of a file are. Their columns are documented in {@code tenant-config/imports/columns.yaml}. */
public enum ImportKind {
    CUSTOMERS,
    /** Issued invoices with their own numbers, open, part-paid or paid. */
    INVOICES,
    /** Payments of invoices that are here already. */
    PAYMENTS,
    /** What the business sells. */
    ITEMS
}
