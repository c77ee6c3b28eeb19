package io.quittance.customer;

/** What the law takes a customer for. Interest, terms and tone depend on it. */
public enum CustomerKind {
    BUSINESS,
    CONSUMER,
    PUBLIC_BODY
}
