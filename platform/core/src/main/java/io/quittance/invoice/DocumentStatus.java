package io.quittance.invoice;

/** Where the document stands, whatever was paid. */
public enum DocumentStatus {
    DRAFT,
    ISSUED,
    CANCELLED
}
