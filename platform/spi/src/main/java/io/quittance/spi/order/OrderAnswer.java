package io.quittance.spi.order;

import java.time.Duration;
import java.util.Objects;

/** What a system says when it is asked for something or told something. */
public sealed interface OrderAnswer<R> {

    record Said<R>(R value) implements OrderAnswer<R> {
        public Said {
            Objects.requireNonNull(value, "value");
        }
    }

    /** Asked too often. @param after how long to wait; at least a second */
    record RateLimited<R>(Duration after) implements OrderAnswer<R> {
        public RateLimited {
            after = after.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : after;
        }
    }

    /** It cannot be asked now, or its answer cannot be read: ask again later. */
    record NoAnswer<R>(String reason) implements OrderAnswer<R> {
        public NoAnswer {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
