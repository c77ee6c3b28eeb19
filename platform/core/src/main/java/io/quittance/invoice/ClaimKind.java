package io.quittance.invoice;

/** For what money is claimed. An instalment plan splits the principal; fees and interest come beside it. */
public enum ClaimKind {
    PRINCIPAL,
    INSTALMENT,
    FEE,
    INTEREST
}
