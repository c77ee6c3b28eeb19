package io.quittance.tenancy;

import io.quittance.config.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Positive 64-bit ids, ascending within a node and roughly by time across nodes, made without asking the database so
 * that inserts batch: 42 bits of milliseconds since 2025-01-01T00:00Z (until 2164), 10 bits of node, 11 bits of sequence.
 *
 * <p>Ids are names, not secrets: whatever must not be guessed carries random bits of its own.
 */
@ApplicationScoped
public class TimeOrderedIds {

    private static final long EPOCH = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
    private static final int NODE_BITS = 10;
    private static final int SEQUENCE_BITS = 11;

    private final AtomicLong last = new AtomicLong();
    private Clock clock;
    private long node;

    protected TimeOrderedIds() {
    }

    @Inject
    public TimeOrderedIds(Clock clock, Configuration configuration) {
        this.clock = clock;
        int nodes = 1 << NODE_BITS;
        this.node = Math.floorMod(configuration.number("quittance.node", new SecureRandom().nextInt(nodes)), nodes);
    }

    /** Never the same twice on one node, also when its clock steps back: then the sequence runs ahead of the clock. */
    public long next() {
        long now = (clock.millis() - EPOCH) << SEQUENCE_BITS;
        long tick = last.updateAndGet(previous -> Math.max(previous + 1, now));
        long millis = tick >>> SEQUENCE_BITS;
        long sequence = tick & ((1 << SEQUENCE_BITS) - 1);
        return millis << (NODE_BITS + SEQUENCE_BITS) | node << SEQUENCE_BITS | sequence;
    }

    /** No id drawn at that instant or later is smaller, on a node whose clock is right. */
    public static long lowest(Instant at) {
        return Math.max(0, at.toEpochMilli() - EPOCH) << (NODE_BITS + SEQUENCE_BITS);
    }
}
