package io.quittance.spi.bankfeed;

import java.util.Currency;
import java.util.Objects;

/**
 * An account that the consent shows.
 *
 * @param id     the feed's name for it, at most 200 characters; the same at each call
 * @param number IBAN, or the bank's own number with its sort code, as statements name it; empty when the feed does not say
 * @param name   for people
 */
public record FeedAccount(String id, String number, String name, Currency currency) {

    private static final int LONGEST_ID = 200;

    public FeedAccount {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(currency, "currency");
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("an account's id has 1 to " + LONGEST_ID + " characters, not " + id.length());
        }
    }
}
