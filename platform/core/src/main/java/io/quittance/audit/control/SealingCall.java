package io.quittance.audit.control;

import io.quittance.tenancy.AfterCommit;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Doorbell;
import io.quittance.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Calls for the sealing after the commit of a unit that recorded events: one ring for all units of half a minute. */
@ApplicationScoped
public class SealingCall {

    /** How long events gather before they are sealed together. */
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
    private final Map<TenantId, Instant> rung = new ConcurrentHashMap<>();

    public void afterCommit(String kind) {
        afterCommit.run(() -> call(kind));
    }

    private void call(String kind) {
        TenantId id = tenant.get().id();
        Instant now = clock.instant();
        Instant due = rung.get(id);
        if (due == null || !due.isAfter(now) || due.isAfter(now.plus(GATHERING))) {
            bell.ringAt(kind, now.plus(GATHERING));
            rung.put(id, now.plus(GATHERING));
        }
    }
}
