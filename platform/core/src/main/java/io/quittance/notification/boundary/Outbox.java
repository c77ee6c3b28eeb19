package io.quittance.notification.boundary;

import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.notification.OutboxRequest;
import io.quittance.notification.OutboxRow;
import io.quittance.notification.OutboxState;
import io.quittance.tenancy.Boundary;
import java.util.List;
import java.util.Set;

/** What is to be said, and what was. */
@Boundary
public class Outbox {

    /** Joins the caller's unit: it is said if and only if that commits. A key seen before is ignored; answers whether it was new. */
    @Requires(Permission.SYSTEM)
    public boolean enqueue(OutboxRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. */
    @Requires(Permission.REMINDER_READ)
    public Page<OutboxRow> page(Set<OutboxState> states, int offset, int limit) {
        throw new UnsupportedOperationException();
    }

    @Requires(Permission.REMINDER_READ)
    public List<OutboxRow> about(long subjectId) {
        throw new UnsupportedOperationException();
    }

    /** Tries a dead message again. @return false when it is not dead */
    @Requires(Permission.REMINDER_WRITE)
    public boolean revive(long id) {
        throw new UnsupportedOperationException();
    }
}
