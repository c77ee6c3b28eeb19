package io.quittance.notification.control;

import java.time.Duration;
import java.util.Optional;

/** How long to wait before a message is tried again: half a minute, doubled each time up to six hours, for about two days. */
final class Backoff {

    static final int MOST_ATTEMPTS = 16;

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(6);

    private Backoff() {
    }

    /** @param attempts made so far, from 1. @return empty when it is time to give up */
    static Optional<Duration> after(int attempts) {
        if (attempts >= MOST_ATTEMPTS) {
            return Optional.empty();
        }
        Duration wait = FIRST.multipliedBy(1L << Math.min(attempts - 1, 10));
        return Optional.of(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
    }
}
