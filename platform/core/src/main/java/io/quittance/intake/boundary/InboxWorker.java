package io.quittance.intake.boundary;

import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.intake.Delivery;
import io.quittance.intake.control.Envelope;
import io.quittance.intake.control.InboxBell;
import io.quittance.intake.entity.KeptDelivery;
import io.quittance.ledger.PostingConflict;
import io.quittance.payment.ContradictoryEvent;
import io.quittance.retry.Retry;
import io.quittance.retry.RetryBudget;
import io.quittance.retry.RetryPolicy;
import io.quittance.tenancy.BackgroundLoop;
import io.quittance.tenancy.SqlFailure;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantId;
import io.quittance.tenancy.TenantScope;
import io.quittance.tenancy.boundary.TenantDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies kept deliveries. Takes what waits of a tenant, up to a bound, applies it in one unit of work, and goes one by
 * one when a member spoils the batch. Rows are closed afterwards; after a crash in between they are applied again, which
 * the tenant's own unique key turns into nothing. What the gateway must be asked first is left to {@link Lookups}.
 */
@ApplicationScoped
public class InboxWorker implements BackgroundLoop {

    /** Tries of one delivery before it becomes a dead letter. */
    public static final int TRIES = 6;

    private static final RetryPolicy ALONE = new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(1), TRIES);
    private static final Logger LOG = LoggerFactory.getLogger(InboxWorker.class);
    private static final Actor JOB = new Actor.Job("inbox");
    private static final int BATCH = 100;
    private static final int BATCH_TRIES = 3;
    private static final RetryPolicy TOGETHER = new RetryPolicy(Duration.ofMillis(20), Duration.ofMillis(200), BATCH_TRIES);
    private static final Duration LOOK = Duration.ofSeconds(2);

    @Inject
    InboxUnits inbox;
    @Inject
    InboxBell bell;
    @Inject
    PaymentIntake intake;
    @Inject
    Envelope envelope;
    @Inject
    Lookups lookups;
    @Inject
    TenantDirectory directory;
    @Inject
    Retry retry;
    @Inject
    RetryBudget budget;
    @Inject
    Clock clock;

    private final Set<TenantId> busy = ConcurrentHashMap.newKeySet();

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public void runUntilInterrupted() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (applyWaiting() == 0) {
                    bell.await(LOOK);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException away) {
                LOG.warn("the inbox cannot be worked on now: {}", away.getMessage());
                pause();
            }
        }
    }

    /** Applies one tenant's waiting deliveries; returns how many were taken. */
    public int applyWaiting() {
        return applyWaiting(BATCH);
    }

    /** Like {@link #applyWaiting()}. @param most are applied in one transaction */
    public int applyWaiting(int most) {
        List<KeptDelivery> claimed = CurrentActor.run(JOB, () -> inbox.claim(Set.copyOf(busy), most));
        if (claimed.isEmpty()) {
            return 0;
        }
        TenantId id = claimed.getFirst().route().tenant();
        busy.add(id);
        try {
            Tenant tenant = directory.require(id);
            TenantScope.run(tenant, JOB, () -> applyTogether(claimed));
        } finally {
            busy.remove(id);
        }
        return claimed.size();
    }

    /** As one; what spoils the whole is found by halving, so that its company still goes together. */
    private void applyTogether(List<KeptDelivery> claimed) {
        if (claimed.size() == 1) {
            applyAlone(claimed.getFirst());
            return;
        }
        for (int attempt = 1; attempt <= BATCH_TRIES; attempt++) {
            try {
                applyOnce(claimed);
                return;
            } catch (RuntimeException spoilt) {
                if (!SqlFailure.isPassing(spoilt)) {
                    LOG.info("{} deliveries go in two halves: {}", claimed.size(), spoilt.getMessage());
                    int half = claimed.size() / 2;
                    applyTogether(claimed.subList(0, half));
                    applyTogether(claimed.subList(half, claimed.size()));
                    return;
                }
                LOG.warn("{} deliveries wait for the database, at try {}: {}", claimed.size(), attempt, spoilt.getMessage());
                retry.pause(TOGETHER, attempt);
            }
        }
        inbox.postpone(claimed.stream().map(KeptDelivery::id).toList(), clock.instant().plus(LOOK));
    }

    private void applyOnce(List<KeptDelivery> claimed) {
        Map<KeptDelivery, String> hints = new LinkedHashMap<>();
        Map<KeptDelivery, Delivery> batch = new LinkedHashMap<>();
        for (KeptDelivery row : claimed) {
            switch (envelope.open(row)) {
                case Envelope.Content.Ready(Delivery delivery) -> batch.put(row, delivery);
                case Envelope.Content.Hint(String about) -> hints.put(row, about);
            }
        }
        if (!batch.isEmpty()) {
            apply(batch);
        }
        hints.forEach(this::lookUp);
    }

    private void applyAlone(KeptDelivery row) {
        boolean again = row.attempts() > 0;
        String target = "inbox:" + row.route().tenant();
        Optional<Instant> later = budget.hold(target, again);
        if (later.isPresent()) {
            inbox.postpone(List.of(row.id()), later.get());
            return;
        }
        try {
            switch (envelope.open(row)) {
                case Envelope.Content.Ready(Delivery delivery) -> apply(row, delivery);
                case Envelope.Content.Hint(String about) -> lookUp(row, about);
            }
            budget.succeeded(target, again);
        } catch (RuntimeException failure) {
            refuse(row, failure);
        }
    }

    private void lookUp(KeptDelivery row, String about) {
        lookups.follow(row, about, events -> {
            try {
                apply(row, new Delivery(row.route(), row.deliveryId(), events));
            } catch (RuntimeException failure) {
                refuse(row, failure);
            }
        });
    }

    private void apply(KeptDelivery row, Delivery delivery) {
        apply(Map.of(row, delivery));
    }

    /** All but those that contradict the books, which become dead letters. */
    private void apply(Map<KeptDelivery, Delivery> batch) {
        Map<Delivery, ContradictoryEvent> wrong = intake.apply(List.copyOf(batch.values()));
        List<Long> applied = new ArrayList<>();
        Map<Long, String> dead = new LinkedHashMap<>();
        batch.forEach((row, delivery) -> Optional.ofNullable(wrong.get(delivery))
                .ifPresentOrElse(how -> dead.put(row.id(), reason(how)), () -> applied.add(row.id())));
        dead.forEach((id, reason) -> LOG.error("delivery {} becomes a dead letter: {}", id, reason));
        inbox.closed(applied, dead);
    }

    /** What a passing trouble held up is not counted as a try; what contradicts the books is not tried again. */
    private void refuse(KeptDelivery row, RuntimeException failure) {
        String reason = reason(failure);
        if (SqlFailure.isPassing(failure)) {
            LOG.warn("delivery {} waits for the database: {}", row.id(), reason);
            inbox.postpone(List.of(row.id()), clock.instant().plus(LOOK));
            return;
        }
        Optional<Instant> next = isFinal(failure) ? Optional.empty() : retry.after(ALONE, row.attempts() + 1);
        if (next.isPresent()) {
            LOG.warn("delivery {} failed at try {}: {}", row.id(), row.attempts() + 1, reason);
            inbox.failed(row.id(), next.get(), reason);
        } else {
            LOG.error("delivery {} becomes a dead letter", row.id(), failure);
            inbox.bury(row.id(), reason);
        }
    }

    private static boolean isFinal(RuntimeException failure) {
        return failure instanceof ContradictoryEvent || failure instanceof PostingConflict;
    }

    private static String reason(RuntimeException failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
