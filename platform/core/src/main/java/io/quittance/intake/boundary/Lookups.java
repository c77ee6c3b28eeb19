package io.quittance.intake.boundary;

import io.quittance.access.Actor;
import io.quittance.intake.entity.KeptDelivery;
import io.quittance.plugin.boundary.Gateways;
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
import java.util.List;
import java.util.Map;
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
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    /** As long as gateways themselves deliver again, and a day. */
    private static final Duration PATIENCE = Duration.ofDays(4);

    @Inject
    Gateways gateways;
    @Inject
    InboxUnits inbox;
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
        switch (gateways.look(row.route().installation(), about)) {
            case EventLookup.Result.Found(var events) -> found.accept(events);
            case EventLookup.Result.Unreadable(String reason) -> inbox.bury(row.id(), reason);
            case EventLookup.Result.NoAnswer(String reason) -> later(row, reason);
        }
    }

    private void later(KeptDelivery row, String reason) {
        Duration age = Duration.between(row.receivedAt(), clock.instant());
        if (age.compareTo(PATIENCE) > 0) {
            inbox.bury(row.id(), reason);
            return;
        }
        Duration pause = age.dividedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : age.dividedBy(2);
        LOG.info("delivery {} cannot be looked up now: {}", row.id(), reason);
        inbox.postpone(List.of(row.id()), clock.instant().plus(pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
