package io.quittance.payment;

import io.quittance.spi.money.Money;
import java.time.Instant;

/** A movement of a payment's money, each to be booked once. */
public sealed interface MoneyMove {

    /** Unique within the payment; part of the journal's idempotency key. */
    String key();

    Instant at();

    /** The money came in. @param gross positive; @param fee what the gateway kept of it, not negative */
    record Capture(String key, Instant at, Money gross, Money fee) implements MoneyMove {
    }

    /**
     * Money went back to the payer.
     *
     * @param amount positive
     * @param fee    what this cost us on top; negative when the gateway gave fees back
     */
    record TakeBack(String key, Instant at, Money amount, Money fee, boolean disputed) implements MoneyMove {
    }

    /** Money that was taken back came to us again. @param amount positive */
    record GiveBack(String key, Instant at, Money amount) implements MoneyMove {
    }
}
