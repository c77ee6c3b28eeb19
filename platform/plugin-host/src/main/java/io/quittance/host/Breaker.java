package io.quittance.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Stops calls to a plugin that broke several times in a row, then lets one through to see whether it has recovered. */
final class Breaker {

    static final int FAILURES_MAX = 5;
    static final Duration PAUSE = Duration.ofSeconds(30);

    private final Clock clock;
    private int failures;
    private Optional<Instant> trippedAt = Optional.empty();
    private String lastFailure = "";
    private Instant nextTry = Instant.MIN;

    Breaker(Clock clock) {
        this.clock = clock;
    }

    /** Whether a call may go through; while tripped, one in each pause. */
    synchronized boolean lets() {
        if (trippedAt.isEmpty()) {
            return true;
        }
        Instant now = clock.instant();
        if (now.isBefore(nextTry)) {
            return false;
        }
        nextTry = now.plus(PAUSE);
        return true;
    }

    synchronized void worked() {
        failures = 0;
        trippedAt = Optional.empty();
        lastFailure = "";
    }

    synchronized void broke(String failure) {
        failures++;
        lastFailure = failure;
        if (failures >= FAILURES_MAX) {
            Instant now = clock.instant();
            trippedAt = trippedAt.or(() -> Optional.of(now));
            nextTry = now.plus(PAUSE);
        }
    }

    synchronized Optional<Instant> trippedAt() {
        return trippedAt;
    }

    synchronized String lastFailure() {
        return lastFailure;
    }
}
