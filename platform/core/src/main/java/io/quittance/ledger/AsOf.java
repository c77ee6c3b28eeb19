package io.quittance.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Two times of the books: which days count, and what was known of them. A report of last March as it was printed then, and
 * the same report as corrected since, differ in the second only.
 *
 * @param day     last booked day that counts; civil date in the tenant's zone
 * @param knownAt the instant up to which postings count; empty for all of them
 */
public record AsOf(LocalDate day, Optional<Instant> knownAt) {

    public AsOf {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(knownAt, "knownAt");
    }

    /** As corrected to this moment. */
    public static AsOf day(LocalDate day) {
        return new AsOf(day, Optional.empty());
    }
}
