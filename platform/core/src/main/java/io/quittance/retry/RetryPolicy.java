package io.quittance.retry;

import java.time.Duration;

/**
 * How patiently one kind of work is tried again.
 *
 * @param first the longest wait after the first failure, doubled by each further one
 * @param cap   no wait is longer, unless the other side asks for it
 * @param most  tries altogether; after that many failures it is given up
 */
public record RetryPolicy(Duration first, Duration cap, int most) {

    /** No limit of tries: somebody else decides when it is over. */
    public static final int NO_END = Integer.MAX_VALUE;

    /** By then every cap is reached. */
    private static final int MOST_DOUBLINGS = 30;

    public RetryPolicy {
        if (!first.isPositive() || cap.compareTo(first) < 0 || most < 1) {
            throw new IllegalArgumentException("no policy: first " + first + ", cap " + cap + ", tries " + most);
        }
    }

    /** @param failures so far, from 1 */
    public Duration ceiling(int failures) {
        if (failures < 1) {
            throw new IllegalArgumentException("nothing has failed yet: " + failures);
        }
        return capped(first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS)));
    }

    /** For work that does not count its tries: waits as long as it has waited already, so that its age doubles from try to try. */
    public Duration ceiling(Duration age) {
        return age.compareTo(first) < 0 ? first : capped(age);
    }

    /** No wait is shorter: trying again at once helps nobody. */
    public Duration shortest() {
        return first.dividedBy(10);
    }

    private Duration capped(Duration wait) {
        return wait.compareTo(cap) < 0 ? wait : cap;
    }
}
