package io.quittance.retry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says when work that failed is tried again. */
@ApplicationScoped
public class Retry {

    /** Nobody makes us wait longer than that. */
    public static final Duration LONGEST_ASKED = Duration.ofDays(1);

    private Clock clock;
    private Jitter jitter;

    protected Retry() {
    }

    @Inject
    public Retry(Clock clock, Jitter jitter) {
        this.clock = clock;
        this.jitter = jitter;
    }

    /** @param failures so far, from 1. @return empty when it is time to give up */
    public Optional<Instant> after(RetryPolicy policy, int failures) {
        return after(policy, failures, Optional.empty());
    }

    /** Like {@link #after(RetryPolicy, int)}. @param asked how long the other side wants us to wait at least, such as by Retry-After */
    public Optional<Instant> after(RetryPolicy policy, int failures, Optional<Duration> asked) {
        return failures >= policy.most() ? Optional.empty() : Optional.of(clock.instant().plus(wait(policy, failures, asked)));
    }

    /** For work that is tried as long as it may take. @param failures so far, from 1 */
    public Instant next(RetryPolicy policy, int failures) {
        return next(policy, failures, Optional.empty());
    }

    /** Like {@link #next(RetryPolicy, int)}. @param asked how long the other side wants us to wait at least */
    public Instant next(RetryPolicy policy, int failures, Optional<Duration> asked) {
        return clock.instant().plus(wait(policy, failures, asked));
    }

    /** For work that counts no tries. @param since when it was to be done first */
    public Instant aged(RetryPolicy policy, Instant since) {
        return clock.instant().plus(spread(policy, policy.ceiling(Duration.between(since, clock.instant()))));
    }

    /** Waits here and now, for work that holds nothing; comes back early when the thread is interrupted, which stays so. */
    public void pause(RetryPolicy policy, int failures) {
        try {
            Thread.sleep(wait(policy, failures, Optional.empty()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the other side asks for is a lower bound, and those who were asked alike do not come back at the same instant. */
    private Duration wait(RetryPolicy policy, int failures, Optional<Duration> asked) {
        Duration own = spread(policy, policy.ceiling(failures));
        if (asked.isEmpty()) {
            return own;
        }
        Duration wanted = asked.get().compareTo(LONGEST_ASKED) < 0 ? asked.get() : LONGEST_ASKED;
        return own.compareTo(wanted) > 0 ? own : wanted.plus(jitter.upTo(policy.first()));
    }

    private Duration spread(RetryPolicy policy, Duration ceiling) {
        Duration shortest = policy.shortest();
        return shortest.plus(jitter.upTo(ceiling.minus(shortest)));
    }
}
