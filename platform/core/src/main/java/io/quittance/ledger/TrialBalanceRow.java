package io.quittance.ledger;

import io.quittance.spi.money.Money;

/**
 * One account in one currency.
 *
 * @param debits  sum of its debits, not negative
 * @param credits sum of its credits, not negative
 */
public record TrialBalanceRow(LedgerAccount account, Money debits, Money credits) {

    /** Positive for a debit balance, negative for a credit balance. */
    public Money balance() {
        return debits.minus(credits);
    }
}
