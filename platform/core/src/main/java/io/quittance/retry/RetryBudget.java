package io.quittance.retry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps retries a small part of the calls of each target: within any {@link #WINDOW} at most {@link #PERCENT} percent of the
 * calls, or {@link #FLOOR} where that is more. A retry that succeeds is given back, so what has piled up goes out without delay
 * once the target answers again. First tries are never held up, unless the target itself asked us to wait. Counted in memory
 * by each node for itself; a target is whatever fails together, such as {@code mail} or {@code webhook:123}.
 */
@ApplicationScoped
public class RetryBudget {

    public static final Duration WINDOW = Duration.ofMinutes(1);
    public static final int PERCENT = 10;
    public static final int FLOOR = 30;
    /** No "later" closes a target for longer: a mistaken answer must not stop everything for a day. */
    public static final Duration LONGEST_CLOSED = Duration.ofMinutes(15);

    private static final int MOST_TARGETS = 10_000;
    private static final Duration SPREAD = Duration.ofSeconds(2);

    private final Map<String, Target> targets = new ConcurrentHashMap<>();
    private Clock clock;
    private Jitter jitter;

    protected RetryBudget() {
    }

    @Inject
    public RetryBudget(Clock clock, Jitter jitter) {
        this.clock = clock;
        this.jitter = jitter;
    }

    /**
     * Asks leave to call, and counts the call where it is given.
     *
     * @param again whether this was tried before
     * @return empty: call now; else when to ask again
     */
    public Optional<Instant> hold(String target, boolean again) {
        return target(target).hold(clock.instant(), again).map(until -> until.plus(jitter.upTo(SPREAD)));
    }

    /** It worked. @param again whether that was a retry, which is given back */
    public void succeeded(String target, boolean again) {
        if (again) {
            target(target).giveBack(clock.instant());
        }
    }

    /** The target asked to be left alone for a while, such as by 429 and Retry-After. */
    public void close(String target, Duration asked) {
        Duration wait = asked.compareTo(LONGEST_CLOSED) < 0 ? asked : LONGEST_CLOSED;
        target(target).close(clock.instant().plus(wait));
    }

    /** Until when the target wants to be left alone, if it does. */
    public Optional<Instant> closedUntil(String target) {
        return Optional.ofNullable(targets.get(target)).flatMap(found -> found.closed(clock.instant()));
    }

    private Target target(String name) {
        if (targets.size() > MOST_TARGETS) {
            Instant now = clock.instant();
            targets.values().removeIf(target -> target.isIdle(now));
        }
        return targets.computeIfAbsent(name, fresh -> new Target());
    }

    /** The last minute of one target, in slices. */
    private static final class Target {

        private static final int SLICES = 6;
        private static final long SLICE_SECONDS = WINDOW.toSeconds() / SLICES;

        private final long[] slice = new long[SLICES];
        private final int[] calls = new int[SLICES];
        private final int[] retries = new int[SLICES];
        private Instant closedUntil = Instant.MIN;

        synchronized Optional<Instant> hold(Instant now, boolean again) {
            if (closedUntil.isAfter(now)) {
                return Optional.of(closedUntil);
            }
            int here = turn(now);
            if (again && sum(retries, now) >= Math.max(FLOOR, sum(calls, now) * PERCENT / 100)) {
                return Optional.of(freed(now));
            }
            calls[here]++;
            if (again) {
                retries[here]++;
            }
            return Optional.empty();
        }

        synchronized void giveBack(Instant now) {
            int here = turn(now);
            for (int back = 0; back < SLICES; back++) {
                int index = Math.floorMod(here - back, SLICES);
                if (isWithin(index, now) && retries[index] > 0) {
                    retries[index]--;
                    return;
                }
            }
        }

        synchronized void close(Instant until) {
            if (until.isAfter(closedUntil)) {
                closedUntil = until;
            }
        }

        synchronized Optional<Instant> closed(Instant now) {
            return closedUntil.isAfter(now) ? Optional.of(closedUntil) : Optional.empty();
        }

        synchronized boolean isIdle(Instant now) {
            return !closedUntil.isAfter(now) && sum(calls, now) == 0;
        }

        /** The slice of this instant, emptied if it still holds what is over. */
        private int turn(Instant now) {
            long current = number(now);
            int index = Math.floorMod(current, SLICES);
            if (slice[index] != current) {
                slice[index] = current;
                calls[index] = 0;
                retries[index] = 0;
            }
            return index;
        }

        private long sum(int[] counts, Instant now) {
            long sum = 0;
            for (int i = 0; i < SLICES; i++) {
                sum += isWithin(i, now) ? counts[i] : 0;
            }
            return sum;
        }

        private boolean isWithin(int index, Instant now) {
            long age = number(now) - slice[index];
            return age >= 0 && age < SLICES;
        }

        /** When the oldest slice with a retry leaves the window. */
        private Instant freed(Instant now) {
            long oldest = number(now);
            for (int i = 0; i < SLICES; i++) {
                if (isWithin(i, now) && retries[i] > 0) {
                    oldest = Math.min(oldest, slice[i]);
                }
            }
            return Instant.ofEpochSecond((oldest + SLICES) * SLICE_SECONDS);
        }

        private static long number(Instant now) {
            return Math.floorDiv(now.getEpochSecond(), SLICE_SECONDS);
        }
    }
}
