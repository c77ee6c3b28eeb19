package io.quittance.reconciliation;

import io.quittance.spi.bankfeed.FeedLine;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a bank feed tells at one look at an account.
 *
 * @param account    as statements name it
 * @param name       of the feed, shown where a file's name is
 * @param removed    the feed's ids of lines that are no more
 * @param wholeSince when present, everything booked since and everything announced is among the lines
 */
public record FedBatch(String account, Currency currency, String name, List<FeedLine> lines, List<String> removed,
        Optional<LocalDate> wholeSince) {

    public FedBatch {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(currency, "currency");
        lines = List.copyOf(lines);
        removed = List.copyOf(removed);
        Objects.requireNonNull(wholeSince, "wholeSince");
    }
}
