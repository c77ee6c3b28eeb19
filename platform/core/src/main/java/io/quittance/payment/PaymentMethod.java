package io.quittance.payment;

import io.quittance.spi.gateway.MethodKind;

/** How the payer paid. */
public enum PaymentMethod {
    CARD, BANK_TRANSFER, DIRECT_DEBIT, WALLET, CASH, CHEQUE, OTHER;

    public static PaymentMethod of(MethodKind kind) {
        return switch (kind) {
            case CARD -> CARD;
            case BANK_TRANSFER -> BANK_TRANSFER;
            case DIRECT_DEBIT -> DIRECT_DEBIT;
            case WALLET -> WALLET;
            case OTHER -> OTHER;
        };
    }
}
