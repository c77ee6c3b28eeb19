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

/** Seals what was recorded since, keeps the signed heads outside of the tenant's database, and has the auditor told. */
@ApplicationScoped
public class SealingBell implements DoorbellHandler {

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

    /** The civil day on which this node last looked through everything. */
    private final Map<TenantId, LocalDate> looked = new ConcurrentHashMap<>();

    @Override
    public String kind() {
        return AuditTrail.SEALING;
    }

    @Override
    public Optional<Instant> answer() {
        HeadKey key = register.key();
        TenantId id = tenant.get().id();
        LocalDate today = tenant.get().today(clock);
        // taken away first: after a failure the next call looks through everything, as the first of a day and of a node do
        long lowest = sealing.lowest(!today.equals(looked.remove(id)));
        boolean any = false;
        Optional<Sealing.Batch> batch;
        do {
            batch = sealing.seal(key, register.newest(), lowest);
            keep(key);
            any |= batch.isPresent();
            lowest = batch.map(Sealing.Batch::last).orElse(lowest);
        } while (batch.isPresent() && batch.get().isFull());
        looked.put(id, today);
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
}
