package io.quittance.credit.entity;

import io.quittance.spi.money.Money;

/**
 * Which parts of an invoice's claims make up a credit: what is open, then what was written off, then what payments gave.
 *
 * @param missing what none of them has: it was paid before the invoice came here
 */
public record CreditSources(Money open, Money writtenOff, Money paid, Money missing) {

    /**
     * @param gross      of the credit, not negative
     * @param open       that much of the claims is open
     * @param writtenOff that much of them was written off
     * @param paid       that much of them was given by payments and stands
     */
    public static CreditSources of(Money gross, Money open, Money writtenOff, Money paid) {
        Money fromOpen = gross.min(open);
        Money fromWrittenOff = gross.minus(fromOpen).min(writtenOff);
        Money left = gross.minus(fromOpen).minus(fromWrittenOff);
        Money fromPaid = left.min(paid);
        return new CreditSources(fromOpen, fromWrittenOff, fromPaid, left.minus(fromPaid));
    }
}
