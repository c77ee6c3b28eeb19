package io.quittance.plugins.kit;

import io.quittance.spi.bankfeed.FeedAnswer;
import io.quittance.spi.bankfeed.Grant;
import java.time.Duration;
import java.util.Optional;

/** Why a bank's lines cannot be read. Becomes a value before it leaves the plugin. */
public final class FeedStop extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final Duration after;

    /** What to do about it. */
    public enum Kind {
        /** Ask again later. */
        LATER,
        /** Leave it alone for a while. */
        TOO_OFTEN,
        /** Its owner has to consent again. */
        CONSENT
    }

    private FeedStop(String message, Kind kind, Duration after) {
        super(message);
        this.kind = kind;
        this.after = after;
    }

    public static FeedStop later(String reason) {
        return new FeedStop(reason, Kind.LATER, Duration.ZERO);
    }

    public static FeedStop consent(String reason) {
        return new FeedStop(reason, Kind.CONSENT, Duration.ZERO);
    }

    public static FeedStop tooOften(Duration after) {
        return new FeedStop("asked too often: leave it alone for " + after.toSeconds() + " s", Kind.TOO_OFTEN, after);
    }

    public Kind kind() {
        return kind;
    }

    <R> FeedAnswer<R> answer(Optional<Grant> renewed) {
        return switch (kind) {
            case LATER -> new FeedAnswer.NoAnswer<>(getMessage(), renewed);
            case TOO_OFTEN -> new FeedAnswer.RateLimited<>(after, renewed);
            case CONSENT -> new FeedAnswer.ConsentExpired<>(getMessage());
        };
    }
}
