package io.quittance.proof.boundary;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.notification.OutboxRequest;
import io.quittance.notification.boundary.Outbox;
import io.quittance.proof.TreeHead;
import io.quittance.proof.control.AuditorAddress;
import io.quittance.proof.control.MailingRows;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Doorbell;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Heads by mail to the tenant's auditor, so that somebody outside can tell whether the trail was exchanged. */
@Boundary
public class AuditorMail {

    /** Kind of the outbox row that carries a head. */
    public static final String HEAD = "audit-head";
    /** When heads leave, on the clock of the tenant's zone. */
    public static final LocalTime DAILY_AT = LocalTime.of(6, 0);

    @Inject
    AuditorAddress address;
    @Inject
    MailingRows mailings;
    @Inject
    Outbox outbox;
    @Inject
    AuditTrail audit;
    @Inject
    Doorbell bell;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    /** Empty when nobody is to be told. */
    @Requires(Permission.AUDIT_READ)
    public String address() {
        return address.read();
    }

    /**
     * @param changed empty to tell nobody
     * @return why it was refused; empty when it was changed
     */
    @Requires(Permission.SETTINGS_WRITE)
    public List<Fault> change(String changed) {
        List<Fault> faults = AuditorAddress.check(changed);
        String before = address.read();
        if (faults.isEmpty() && !changed.equals(before)) {
            address.write(changed);
            audit.record("changed", "auditor", 0, Map.of("address", before), Map.of("address", changed));
            bell.ring(AuditTrail.SEALING);
        }
        return faults;
    }

    /**
     * Has the newest head mailed if it is time: once a civil day, from {@link #DAILY_AT} on, and only if there is a newer one
     * than was mailed last.
     *
     * @return when to ask again; empty when only a newer head or another address can change the answer
     */
    @Requires(Permission.SYSTEM)
    public Optional<Instant> mailIfDue(TreeHead newest) {
        String recipient = address.read();
        Optional<MailingRows.Mailing> last = mailings.last();
        if (recipient.isEmpty() || last.isPresent() && last.get().size() >= newest.size()) {
            return Optional.empty();
        }
        LocalDate today = tenant.get().today(clock);
        LocalDate day = last.isPresent() && !last.get().day().isBefore(today) ? last.get().day().plusDays(1) : today;
        Instant due = day.atTime(DAILY_AT).atZone(tenant.get().zone()).toInstant();
        if (clock.instant().isBefore(due)) {
            return Optional.of(due);
        }
        mailings.add(new MailingRows.Mailing(day, newest.size()), recipient);
        outbox.enqueue(OutboxRequest.now(HEAD, 0, Map.of("size", Long.toString(newest.size())), HEAD + ":" + day));
        return Optional.empty();
    }
}
