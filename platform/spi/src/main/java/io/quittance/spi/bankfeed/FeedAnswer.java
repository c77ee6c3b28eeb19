package io.quittance.spi.bankfeed;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What a feed says when it is asked for something. */
public sealed interface FeedAnswer<R> {

    /**
     * It answered.
     *
     * @param grant to be used from now on: tokens may have been renewed on the way
     */
    record Fed<R>(R value, Grant grant) implements FeedAnswer<R> {
        public Fed {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(grant, "grant");
        }
    }

    /** The account's owner has to consent again: expired, withdrawn at the bank, or the login changed. Asking again is of no use. */
    record ConsentExpired<R>(String reason) implements FeedAnswer<R> {
        public ConsentExpired {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Asked too often.
     *
     * @param after   how long to wait; at least a second
     * @param renewed to be used from now on, when tokens were renewed before this was said
     */
    record RateLimited<R>(Duration after, Optional<Grant> renewed) implements FeedAnswer<R> {
        public RateLimited {
            after = after.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : after;
            Objects.requireNonNull(renewed, "renewed");
        }

        public RateLimited(Duration after) {
            this(after, Optional.empty());
        }
    }

    /**
     * It cannot be asked now, or its answer cannot be read: ask again later.
     *
     * @param renewed to be used from now on, when tokens were renewed before this was said
     */
    record NoAnswer<R>(String reason, Optional<Grant> renewed) implements FeedAnswer<R> {
        public NoAnswer {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(renewed, "renewed");
        }

        public NoAnswer(String reason) {
            this(reason, Optional.empty());
        }
    }

    /** What to use from now on, whatever was said: old tokens may be void as soon as new ones are given. */
    default Optional<Grant> kept() {
        return switch (this) {
            case Fed<R> fed -> Optional.of(fed.grant());
            case ConsentExpired<R> _ -> Optional.empty();
            case RateLimited<R> limited -> limited.renewed();
            case NoAnswer<R> silent -> silent.renewed();
        };
    }
}
