package io.quittance.invoice;

/** By what a list of invoices can be ordered. */
public enum InvoiceSort {
    CREATED,
    NUMBER,
    CUSTOMER,
    ISSUE_DATE,
    DUE_DATE,
    GROSS,
    OPEN
}
