package io.quittance.intake.boundary;

import io.quittance.access.Actor;
import io.quittance.intake.entity.KeptDelivery;
import io.quittance.plugin.boundary.Gateways;
import io.quittance.retry.Retry;
import io.quittance.retry.RetryBudget;
import io.quittance.retry.RetryPolicy;
import io.quittance.spi.gateway.EventLookup;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantId;
import io.quittance.tenancy.TenantScope;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks gateways what deliveries point at, on threads of its own: a slow gateway holds up neither the worker nor another
 * tenant. While a gateway does not answer, its deliveries wait; an outage alone makes no dead letters.
 */
@ApplicationScoped
public class Lookups {

    private static final Logger LOG = LoggerFactory.getLogger(Lookups.class);
    private static final Actor JOB = new Actor.Job("lookup");
    private static final int AT_ONCE_PER_TENANT = 4;
    private static final RetryPolicy LATER = new RetryPolicy(Duration.ofSeconds(10), Duration.ofMinutes(15), RetryPolicy.NO_END);
    /** What is older has been looked up before, or waited for one that was. */
    private static final Duration FIRST_TRY = Duration.ofSeconds(5);
    /** As long as gateways themselves deliver again, and a day. */
    private static final Duration PATIENCE = Duration.ofDays(4);

    @Inject
    Gateways gateways;
    @Inject
    InboxUnits inbox;
    @Inject
    Retry retry;
    @Inject
    RetryBudget budget;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<TenantId, Semaphore> free = new ConcurrentHashMap<>();

    /**
     * Has the current tenant's gateway asked, and comes back at once.
     *
     * @param found takes what the gateway says, in the tenant's scope; when it never says anything the row stays in the inbox
     */
    void follow(KeptDelivery row, String about, Consumer<List<PaymentEvent>> found) {
        Tenant current = tenant.get();
        Semaphore places = free.computeIfAbsent(current.id(), _ -> new Semaphore(AT_ONCE_PER_TENANT));
        if (!places.tryAcquire()) {
            inbox.postpone(List.of(row.id()), clock.instant().plusSeconds(1));
            return;
        }
        threads.execute(() -> {
            try {
                TenantScope.run(current, JOB, () -> look(row, about, found));
            } catch (RuntimeException trouble) {
                LOG.warn("delivery {} is looked up again once its lease is over", row.id(), trouble);
            } finally {
                places.release();
            }
        });
    }

    private void look(KeptDelivery row, String about, Consumer<List<PaymentEvent>> found) {
        String target = Gateways.target(row.route().installation());
        boolean again = age(row).compareTo(FIRST_TRY) > 0;
        Optional<Instant> held = budget.hold(target, again);
        if (held.isPresent()) {
            inbox.postpone(List.of(row.id()), held.get());
            return;
        }
        EventLookup.Result said = gateways.look(row.route().installation(), about);
        if (!(said instanceof EventLookup.Result.NoAnswer)) {
            budget.succeeded(target, again);
        }
        switch (said) {
            case EventLookup.Result.Found(var events) -> found.accept(events);
            case EventLookup.Result.Unreadable(String reason) -> inbox.bury(row.id(), reason);
            case EventLookup.Result.NoAnswer(String reason) -> later(row, reason);
        }
    }

    private void later(KeptDelivery row, String reason) {
        if (age(row).compareTo(PATIENCE) > 0) {
            inbox.bury(row.id(), reason);
            return;
        }
        LOG.info("delivery {} cannot be looked up now: {}", row.id(), reason);
        inbox.postpone(List.of(row.id()), retry.aged(LATER, row.receivedAt()));
    }

    private Duration age(KeptDelivery row) {
        return Duration.between(row.receivedAt(), clock.instant());
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
