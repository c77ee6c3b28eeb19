package io.quittance.audit.control;

import io.quittance.tenancy.AfterCommit;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Doorbell;
import io.quittance.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes events that no tree has yet, in the very unit that writes them, and calls for the sealing after the commit. Ids are
 * drawn before a unit commits, so no watermark over them would be safe: a unit that is slow to commit brings its notes along
 * when it does.
 */
@ApplicationScoped
public class Unsealed {

    /** How long events gather before they are sealed together; one ring for all of them. */
    public static final Duration GATHERING = Duration.ofSeconds(30);

    @Inject
    EntityManager entities;
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

    public void note(long eventId, String kind) {
        entities.createNativeQuery("INSERT INTO audit_unsealed (event_id) VALUES (?)").setParameter(1, eventId).executeUpdate();
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
