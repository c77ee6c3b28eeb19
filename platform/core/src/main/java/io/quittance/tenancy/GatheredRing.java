package io.quittance.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Rings for work that may gather: one ring of this node for all units of half a minute, however many they are. */
@ApplicationScoped
public class GatheredRing {

    /** How long work gathers before the bell is heard. */
    public static final Duration GATHERING = Duration.ofSeconds(30);

    @Inject
    AfterCommit afterCommit;
    @Inject
    CurrentTenant tenant;
    @Inject
    Doorbell bell;
    @Inject
    Clock clock;

    /** Until when a ring of this node is still to be heard. */
    private final Map<Bell, Instant> rung = new ConcurrentHashMap<>();

    private record Bell(TenantId tenant, String kind) {
    }

    /** After the current unit has committed; a unit that rolls back does not ring. */
    public void afterCommit(String kind) {
        afterCommit.run(() -> ring(new Bell(tenant.get().id(), kind)));
    }

    private void ring(Bell wanted) {
        Instant now = clock.instant();
        Instant due = rung.get(wanted);
        if (due == null || !due.isAfter(now) || due.isAfter(now.plus(GATHERING))) {
            bell.ringAt(wanted.kind(), now.plus(GATHERING));
            rung.put(wanted, now.plus(GATHERING));
        }
    }
}
