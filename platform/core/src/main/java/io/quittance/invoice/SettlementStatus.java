package io.quittance.invoice;

import io.quittance.spi.money.Money;

/** How far an issued invoice is settled. Derived from its claims, revocable until reconciled with the bank. */
public enum SettlementStatus {
    OPEN,
    PARTLY_PAID,
    PAID,
    /** Paid, and the money was seen on the bank account. */
    RECONCILED;

    public static SettlementStatus of(Money claimed, Money open, boolean reconciled) {
        if (open.isZero()) {
            return reconciled ? RECONCILED : PAID;
        }
        return open.compareTo(claimed) < 0 ? PARTLY_PAID : OPEN;
    }
}
