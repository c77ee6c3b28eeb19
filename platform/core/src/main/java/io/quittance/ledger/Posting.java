package io.quittance.ledger;

import io.quittance.Sha256;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * An entry to be made in the journal. It cannot exist unbalanced: in each of its currencies debits equal credits.
 *
 * @param key         idempotency key, unique in the tenant's books for ever, such as {@code invoice:4711:issued}; at most 120 characters
 * @param bookedOn    civil date in the tenant's zone; when its period is closed the books count it on the first open day
 * @param description one line for the reader of the journal, without personal data; at most 400 characters
 * @param lines       at least two
 */
public record Posting(String key, Cause cause, LocalDate bookedOn, String description, List<PostingLine> lines) {

    private static final int LONGEST_KEY = 120;
    private static final int LONGEST_DESCRIPTION = 400;

    /** @throws Unbalanced when debits and credits differ in a currency */
    public Posting {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(bookedOn, "bookedOn");
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("a posting's key has 1 to " + LONGEST_KEY + " characters: '" + key + "'");
        }
        if (description.length() > LONGEST_DESCRIPTION) {
            throw new IllegalArgumentException("a posting's description has at most " + LONGEST_DESCRIPTION + " characters");
        }
        lines = List.copyOf(lines);
        requireBalanced(key, lines);
    }

    /** A key of these parts; what would be too long is cut and made unique again by a digest. */
    public static String key(String... parts) {
        String whole = String.join(":", parts);
        if (whole.length() <= LONGEST_KEY) {
            return whole;
        }
        String tail = "#" + Sha256.hex(whole);
        return whole.substring(0, LONGEST_KEY - tail.length()) + tail;
    }

    private static void requireBalanced(String key, List<PostingLine> lines) {
        if (lines.size() < 2) {
            throw new IllegalArgumentException("posting " + key + " needs at least two lines");
        }
        totals(lines).values().stream()
                .filter(total -> !total.isZero())
                .findFirst()
                .ifPresent(excess -> {
                    throw new Unbalanced(key, excess);
                });
    }

    private static Map<Currency, Money> totals(List<PostingLine> lines) {
        Map<Currency, Money> totals = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        lines.forEach(line -> totals.merge(line.amount().currency(), line.amount(), Money::plus));
        return totals;
    }
}
