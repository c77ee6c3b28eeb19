package io.quittance.proof.control;

import io.quittance.audit.AuditTrail;
import io.quittance.proof.HeadKey;
import io.quittance.proof.SignedHead;
import io.quittance.proof.boundary.AuditorMail;
import io.quittance.proof.boundary.HeadRegister;
import io.quittance.proof.boundary.Sealing;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.DoorbellHandler;
import io.quittance.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals what was recorded since, keeps the signed heads outside of the tenant's database, and has the auditor told. */
@ApplicationScoped
public class SealingBell implements DoorbellHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SealingBell.class);
    /** Events of other nodes may have been recorded meanwhile whose ring was answered by this very call. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    @Inject
    HeadRegister register;
    @Inject
    Sealing sealing;
    @Inject
    AuditorMail auditor;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    /** The civil day on which this node last looked for events that nobody noted. */
    private final Map<TenantId, LocalDate> looked = new ConcurrentHashMap<>();

    @Override
    public String kind() {
        return AuditTrail.SEALING;
    }

    @Override
    public Optional<Instant> answer() {
        HeadKey key = register.key();
        lookForForgotten();
        boolean any = false;
        int sealed;
        do {
            sealed = sealing.seal(key, register.newest());
            keep(key);
            any |= sealed > 0;
        } while (sealed == Sealing.MOST);
        Optional<Instant> mail = register.newest().map(SignedHead::head).flatMap(auditor::mailIfDue);
        Optional<Instant> again = any ? Optional.of(clock.instant().plus(LOOK_AGAIN)) : Optional.empty();
        return Stream.of(mail, again).flatMap(Optional::stream).min(Instant::compareTo);
    }

    /** The head leaves the tenant's database after its unit has committed; what a crash kept from leaving goes first next time. */
    private void keep(HeadKey key) {
        boolean more = true;
        while (more) {
            long size = register.newest().map(head -> head.head().size()).orElse(0L);
            var batches = sealing.headsAfter(key, size);
            register.keep(batches);
            more = !batches.isEmpty();
        }
    }

    private void lookForForgotten() {
        LocalDate today = tenant.get().today(clock);
        if (!today.equals(looked.get(tenant.get().id()))) {
            int forgotten = sealing.noteForgotten();
            if (forgotten > 0) {
                LOG.info("{} events of tenant {} were in no tree and not noted", forgotten, tenant.get().slug());
            }
            looked.put(tenant.get().id(), today);
        }
    }
}
