package io.quittance.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a flood of forged webhooks from filling the audit trail: so many an hour and address are written, the rest is logged. */
@ApplicationScoped
public class ForgeryBound {

    private static final int MOST_AN_HOUR = 60;

    @Inject
    Clock clock;

    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    /** Forgeries seen within an hour. */
    private record Count(Instant hour, int seen) {
    }

    /** @param address what the webhook's address names; an existing one, or the map would grow without end */
    public boolean maySayMore(String address) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        return counts.merge(address, new Count(hour, 1),
                (before, one) -> before.hour().equals(hour) ? new Count(hour, before.seen() + 1) : one).seen() <= MOST_AN_HOUR;
    }
}
