package io.quittance.ledger;

/** On which side of the statements an account stands. */
public enum AccountKind {
    ASSET, LIABILITY, EQUITY, INCOME, EXPENSE
}
