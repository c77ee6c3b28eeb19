package io.quittance.notification.boundary;

import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.notification.OutboxRequest;
import io.quittance.notification.OutboxRow;
import io.quittance.notification.OutboxState;
import io.quittance.notification.control.OutboxRows;
import io.quittance.notification.control.OutboxWorker;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.Doorbell;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is to be said, and what was. */
@Boundary
public class Outbox {

    @Inject
    OutboxRows rows;
    @Inject
    Doorbell bell;
    @Inject
    AuditTrail audit;

    /** Joins the caller's unit: it is said if and only if that commits. A key seen before is ignored; answers whether it was new. */
    @Requires(Permission.SYSTEM)
    public boolean enqueue(OutboxRequest request) {
        boolean added = rows.add(request);
        if (added) {
            Optional<Instant> later = request.notBefore();
            if (later.isPresent()) {
                bell.ringAt(OutboxWorker.BELL, later.get());
            } else {
                bell.ring(OutboxWorker.BELL);
            }
        }
        return added;
    }

    /** Many at once, all for now; like {@link #enqueue}, keys seen before are ignored. */
    @Requires(Permission.SYSTEM)
    public void enqueueAll(List<OutboxRequest> requests) {
        if (!requests.isEmpty()) {
            rows.addAll(requests);
            bell.ring(OutboxWorker.BELL);
        }
    }

    /** Newest first. */
    @Requires(Permission.REMINDER_READ)
    public Page<OutboxRow> page(Set<OutboxState> states, int offset, int limit) {
        return rows.page(states, offset, limit);
    }

    @Requires(Permission.REMINDER_READ)
    public List<OutboxRow> about(long subjectId) {
        return rows.about(subjectId);
    }

    /** Tries a dead message again. @return false when it is not dead */
    @Requires(Permission.REMINDER_WRITE)
    public boolean revive(long id) {
        boolean revived = rows.revive(id);
        if (revived) {
            audit.record("revived", "message", id, OutboxState.DEAD, OutboxState.WAITING);
            bell.ring(OutboxWorker.BELL);
        }
        return revived;
    }
}
