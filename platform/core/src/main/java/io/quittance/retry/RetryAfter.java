package io.quittance.retry;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the header Retry-After: seconds, or a date (RFC 9110, section 10.2.3). */
public final class RetryAfter {

    private static final int MOST_DIGITS = 9;

    private RetryAfter() {
    }

    /** @return empty when it says neither; a date that has passed says not to wait */
    public static Optional<Duration> read(String header, Instant now) {
        String text = header.strip();
        if (text.matches("[0-9]{1," + MOST_DIGITS + "}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Duration until = Duration.between(now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }
}
