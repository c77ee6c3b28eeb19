package io.quittance.spi.gateway;

/** How the payer paid, as coarse as reports need it. */
public enum MethodKind {
    CARD, BANK_TRANSFER, DIRECT_DEBIT, WALLET, OTHER
}
