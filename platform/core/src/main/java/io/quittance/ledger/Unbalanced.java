package io.quittance.ledger;

import io.quittance.spi.money.Money;

/** Debits and credits of an entry differ. A defect in the caller: nothing is posted and the unit rolls back. */
public final class Unbalanced extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unbalanced(String key, Money excess) {
        super("posting " + key + " does not balance: debits less credits are " + excess);
    }
}
