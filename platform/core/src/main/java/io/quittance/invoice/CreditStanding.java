package io.quittance.invoice;

import io.quittance.spi.money.Money;

/**
 * How a customer stands to its credit limit. A warning, never a refusal: who invoices decides.
 *
 * @param limit the most it should owe
 * @param owed  what is open of its issued invoices in the limit's currency
 * @param with  what it would owe with what is asked about
 */
public record CreditStanding(Money limit, Money owed, Money with) {

    public boolean over() {
        return with.minorUnits() > limit.minorUnits();
    }
}
