package io.quittance.bankfeed;

import io.quittance.spi.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;

/**
 * An account that a consent shows.
 *
 * @param number   as statements name it; empty when neither the bank nor a person has said it
 * @param chosen   whether it is read
 * @param balance  what the bank said is booked, at the last look
 * @param expected what is booked by all lines that were read; absent until the bank has said a balance
 * @param lookedAt the last look that succeeded
 */
public record ConnectedAccount(long id, String externalId, String name, String number, Currency currency, boolean chosen,
        Optional<Money> balance, Optional<Money> expected, Optional<Instant> lookedAt) {

    public ConnectedAccount {
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(balance, "balance");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(lookedAt, "lookedAt");
    }

    /** By how much the bank's balance differs from its lines; empty when it does not, or nothing is known. */
    public Optional<Money> gap() {
        return balance.flatMap(said -> expected.map(said::minus)).filter(difference -> !difference.isZero());
    }
}
