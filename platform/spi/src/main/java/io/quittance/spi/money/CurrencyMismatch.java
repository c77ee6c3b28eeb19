package io.quittance.spi.money;

import java.util.Currency;

/** Two amounts of unlike currencies met in one calculation. A defect in the caller, never something to recover from. */
public final class CurrencyMismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CurrencyMismatch(Currency expected, Currency found) {
        super("expected an amount in " + expected + " but found one in " + found);
    }
}
