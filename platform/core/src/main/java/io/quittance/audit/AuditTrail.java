package io.quittance.audit;

import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.config.Json;
import io.quittance.tenancy.BeforeCommit;
import io.quittance.tenancy.GatheredRing;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Appends to the trail inside the current unit of work, its events together when it ends; without a unit it throws. */
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
    @Inject
    BeforeCommit units;

    /**
     * @param action  verb in the past, such as {@code issued}
     * @param subject kind of thing, such as {@code invoice}
     * @param before  the material fields before, written as JSON; null when it did not exist
     * @param after   the material fields after; null when it no longer exists
     */
    public void record(String action, String subject, long id, Object before, Object after) {
        record(actor.get(), action, subject, id, before, after);
    }

    /** Like {@link #record(String, String, long, Object, Object)}, where the wishes of several are done together. @param by whose it is */
    public void record(Actor by, String action, String subject, long id, Object before, Object after) {
        units.gather(SEALING, new Row(ids.next(), clock.instant(), by.label(), action, subject, id,
                before == null ? null : json.write(before), after == null ? null : json.write(after)), this::insert);
        sealing.afterCommit(SEALING);
    }

    /** An event as it is stored. */
    private record Row(long id, Instant at, String actor, String action, String subject, long subjectId, String before, String after) {
    }

    private void insert(List<Row> rows) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (Row row : rows) {
                    insert.setLong(1, row.id());
                    insert.setTimestamp(2, Timestamp.from(row.at()));
                    insert.setString(3, row.actor());
                    insert.setString(4, row.action());
                    insert.setString(5, row.subject());
                    insert.setLong(6, row.subjectId());
                    insert.setString(7, row.before());
                    insert.setString(8, row.after());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }
}
