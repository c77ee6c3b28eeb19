package io.quittance.notification.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.live.LiveChanges;
import io.quittance.notification.Mail;
import io.quittance.notification.OutboxItem;
import io.quittance.notification.OutboxKind;
import io.quittance.notification.OutboxState;
import io.quittance.notification.control.OutboxRows;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** The units of work around one message: claimed, then sent, withdrawn, put off or given up. The worker's, nobody else's. */
@Boundary
public class OutboxDelivery {

    private static final String KIND = "message";

    @Inject
    OutboxRows rows;
    @Inject
    LiveChanges changes;

    @Requires(Permission.SYSTEM)
    public Optional<OutboxItem> claim() {
        return rows.claim();
    }

    @Requires(Permission.SYSTEM)
    public void sent(OutboxItem item, OutboxKind kind, Mail mail) {
        rows.finish(item.id(), OutboxState.SENT, String.join(", ", mail.to()), "");
        kind.sent(item, mail);
        changes.announce(KIND, item.id());
    }

    @Requires(Permission.SYSTEM)
    public void withdrawn(OutboxItem item, String reason) {
        rows.finish(item.id(), OutboxState.WITHDRAWN, "", reason);
        changes.announce(KIND, item.id());
    }

    @Requires(Permission.SYSTEM)
    public void putOff(OutboxItem item, Instant next, String reason) {
        rows.postpone(item.id(), next, reason);
    }

    /** It was not tried after all. */
    @Requires(Permission.SYSTEM)
    public void putBack(OutboxItem item, Instant next) {
        rows.putBack(item.id(), next);
    }

    @Requires(Permission.SYSTEM)
    public void gaveUp(OutboxItem item, OutboxKind kind, String recipients, String reason) {
        rows.finish(item.id(), OutboxState.DEAD, recipients, reason);
        kind.gaveUp(item, reason);
        changes.announce(KIND, item.id());
    }

    @Requires(Permission.SYSTEM)
    public Optional<Instant> nextDue() {
        return rows.nextDue();
    }
}
