package io.quittance.invoice;

import io.quittance.spi.money.Money;

/**
 * What of a claim or an invoice is settled without money.
 *
 * @param credited   by credit notes, not negative
 * @param writtenOff given up and not recovered, not negative
 */
public record Corrected(Money credited, Money writtenOff) {

    /** Both together. */
    public Money total() {
        return credited.plus(writtenOff);
    }

    public Corrected plus(Corrected other) {
        return new Corrected(credited.plus(other.credited), writtenOff.plus(other.writtenOff));
    }
}
