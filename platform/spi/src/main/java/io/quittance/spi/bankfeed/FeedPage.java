package io.quittance.spi.bankfeed;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Some of what happened on an account.
 *
 * @param lines      new ones, and known ones as they are now; announced and booked
 * @param removed    ids of lines that the feed says are no more
 * @param cursor     what to ask with next time; at most 4,000 characters
 * @param more       whether there is another page behind it already
 * @param wholeSince when present, this page and those before it together list everything booked on that day and later, and
 *                   everything announced: what is missing among them is no more. Empty: the feed tells differences
 */
public record FeedPage(List<FeedLine> lines, List<String> removed, String cursor, boolean more, Optional<LocalDate> wholeSince) {

    private static final int LONGEST_CURSOR = 4_000;

    public FeedPage {
        lines = List.copyOf(lines);
        removed = List.copyOf(removed);
        Objects.requireNonNull(wholeSince, "wholeSince");
        if (cursor.isEmpty() || cursor.length() > LONGEST_CURSOR) {
            throw new IllegalArgumentException("a cursor has 1 to " + LONGEST_CURSOR + " characters, not " + cursor.length());
        }
    }
}
