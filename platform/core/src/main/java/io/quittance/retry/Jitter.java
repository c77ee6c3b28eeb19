package io.quittance.retry;

import java.time.Duration;

/** Chance, so that those who wait do not all come at once. */
@FunctionalInterface
public interface Jitter {

    /** @return evenly spread from zero to the given duration, both included */
    Duration upTo(Duration most);
}
