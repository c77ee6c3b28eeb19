package io.quittance.invoice;

import io.quittance.spi.money.Money;

/** How far an issued invoice is settled. Derived from its claims, revocable until reconciled with the bank. */
public enum SettlementStatus {
    OPEN,
    PARTLY_PAID,
    PAID,
    /** Paid, and the money was seen on the bank account. */
    RECONCILED,
    /** Nothing is open and nothing was paid: all of it was credited. */
    CREDITED,
    /** Nothing is open, and at least a part was given up. Money that arrives later opens that part again. */
    WRITTEN_OFF;

    public static SettlementStatus of(Money claimed, Money open, boolean reconciled) {
        Money none = Money.zero(claimed.currency());
        return of(claimed, open, none, none, reconciled);
    }

    /**
     * Derived from what of the claims is open, was credited and was written off; the rest was paid.
     *
     * @param reconciled whether the money was seen on the bank account
     */
    public static SettlementStatus of(Money claimed, Money open, Money credited, Money writtenOff, boolean reconciled) {
        if (open.isZero()) {
            if (writtenOff.isPositive()) {
                return WRITTEN_OFF;
            }
            if (credited.isPositive() && credited.equals(claimed)) {
                return CREDITED;
            }
            return reconciled ? RECONCILED : PAID;
        }
        return open.plus(credited).plus(writtenOff).compareTo(claimed) < 0 ? PARTLY_PAID : OPEN;
    }
}
