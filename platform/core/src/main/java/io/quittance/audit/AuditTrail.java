package io.quittance.audit;

import io.quittance.access.CurrentActor;
import io.quittance.config.Json;
import io.quittance.tenancy.GatheredRing;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;

/** Appends to the trail inside the current unit of work; without a unit it throws. */
@ApplicationScoped
public class AuditTrail {

    /** The bell that calls for events to be put into the tree and its head to be signed. */
    public static final String SEALING = "audit-sealing";

    private static final String INSERT = "INSERT INTO audit_event"
            + " (id, occurred_at, actor, action, subject, subject_id, before_json, after_json) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    @Inject
    EntityManager entities;
    @Inject
    CurrentActor actor;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Json json;
    @Inject
    Clock clock;
    @Inject
    GatheredRing sealing;

    /**
     * @param action  verb in the past, such as {@code issued}
     * @param subject kind of thing, such as {@code invoice}
     * @param before  the material fields before, written as JSON; null when it did not exist
     * @param after   the material fields after; null when it no longer exists
     */
    public void record(String action, String subject, long id, Object before, Object after) {
        entities.createNativeQuery(INSERT)
                .setParameter(1, ids.next())
                .setParameter(2, Timestamp.from(clock.instant()))
                .setParameter(3, actor.get().label())
                .setParameter(4, action)
                .setParameter(5, subject)
                .setParameter(6, id)
                .setParameter(7, before == null ? null : json.write(before))
                .setParameter(8, after == null ? null : json.write(after))
                .executeUpdate();
        sealing.afterCommit(SEALING);
    }
}
