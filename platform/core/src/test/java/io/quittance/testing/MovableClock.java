package io.quittance.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of tests: the machine's, until a test sets it. */
@ApplicationScoped
@Typed(MovableClock.class)
public class MovableClock extends Clock {

    private volatile Instant fixed;

    public void set(Instant instant) {
        fixed = instant;
    }

    public void release() {
        fixed = null;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("beans convert instants themselves");
    }

    @Override
    public Instant instant() {
        return fixed == null ? Instant.now() : fixed;
    }

    /** Takes the place of the product's clock. */
    @Alternative
    @Priority(1)
    @ApplicationScoped
    public static class Source {

        @Produces
        Clock clock(MovableClock movable) {
            return movable;
        }
    }
}
