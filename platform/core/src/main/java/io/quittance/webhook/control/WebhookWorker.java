package io.quittance.webhook.control;

import io.quittance.access.Actor;
import io.quittance.retry.Retry;
import io.quittance.retry.RetryAfter;
import io.quittance.retry.RetryBudget;
import io.quittance.retry.RetryPolicy;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.DoorbellHandler;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantId;
import io.quittance.tenancy.TenantScope;
import io.quittance.webhook.boundary.DeliveryUnits;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits for endpoints, on threads of its own: a slow endpoint holds up neither the bells nor another endpoint. At
 * least once: a crash between the answer and our note of it sends again, under the same id.
 */
@ApplicationScoped
public class WebhookWorker implements DoorbellHandler {

    public static final String BELL = "webhooks";

    /** Half a minute at first, up to twelve hours, for two or three days and never more than five. */
    static final RetryPolicy PATIENCE = new RetryPolicy(Duration.ofSeconds(30), Duration.ofHours(12), 20);

    private static final Logger LOG = LoggerFactory.getLogger(WebhookWorker.class);
    private static final Actor JOB = new Actor.Job(BELL);
    private static final int AT_ONCE = 8;
    private static final int AT_ONCE_PER_ENDPOINT = 4;
    private static final Duration SOON = Duration.ofMillis(500);
    private static final int GONE = 410;
    private static final Set<Integer> LATER = Set.of(429, 503);

    @Inject
    DeliveryUnits units;
    @Inject
    OutwardPost post;
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
    private final Map<Long, Integer> inFlight = new ConcurrentHashMap<>();

    @Override
    public String kind() {
        return BELL;
    }

    @Override
    public Optional<Instant> answer() {
        Tenant current = tenant.get();
        Semaphore places = free.computeIfAbsent(current.id(), first -> new Semaphore(AT_ONCE));
        int room = places.drainPermits();
        List<DueDelivery> due = List.of();
        try {
            due = room == 0 ? List.of() : units.claim(room, busy());
        } finally {
            places.release(room - due.size());
        }
        due.forEach(delivery -> hand(current, delivery, places));
        Instant soon = clock.instant().plus(SOON);
        return due.size() == room ? Optional.of(soon) : units.nextDue().map(next -> next.isBefore(soon) ? soon : next);
    }

    private Set<Long> busy() {
        return inFlight.entrySet().stream().filter(entry -> entry.getValue() >= AT_ONCE_PER_ENDPOINT).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Its permit is taken already. */
    private void hand(Tenant current, DueDelivery delivery, Semaphore places) {
        long endpoint = delivery.endpoint().value();
        inFlight.merge(endpoint, 1, Integer::sum);
        threads.execute(() -> {
            try {
                TenantScope.run(current, JOB, () -> deliver(delivery));
            } catch (RuntimeException trouble) {
                LOG.warn("{} is tried again once its lease is over", delivery, trouble);
            } finally {
                inFlight.computeIfPresent(endpoint, (id, count) -> count == 1 ? null : count - 1);
                places.release();
            }
        });
    }

    private void deliver(DueDelivery delivery) {
        String target = "webhook:" + delivery.endpoint();
        boolean again = delivery.attempts() > 0;
        Optional<Instant> held = budget.hold(target, again);
        if (held.isPresent()) {
            units.putBack(delivery, held.get());
            return;
        }
        Instant at = clock.instant();
        long started = System.nanoTime();
        PostReply reply = post.post(delivery.url(), headers(delivery, at), delivery.body().getBytes(StandardCharsets.UTF_8));
        Tried tried = new Tried(at, Duration.ofNanos(System.nanoTime() - started), reply);
        switch (reply) {
            case PostReply.Answered answered when answered.isTaken() -> {
                budget.succeeded(target, again);
                units.delivered(delivery, tried);
            }
            case PostReply.Answered answered when answered.status() == GONE -> units.gone(delivery, tried);
            case PostReply.Answered answered -> {
                Optional<Duration> asked = asked(answered);
                asked.filter(wait -> LATER.contains(answered.status())).ifPresent(wait -> budget.close(target, wait));
                units.failed(delivery, tried, retry.after(PATIENCE, delivery.attempts() + 1, asked));
            }
            case PostReply.Unanswered _ -> units.failed(delivery, tried, retry.after(PATIENCE, delivery.attempts() + 1));
        }
    }

    private Optional<Duration> asked(PostReply.Answered answered) {
        return Optional.ofNullable(answered.headers().get("retry-after")).flatMap(header -> RetryAfter.read(header, clock.instant()));
    }

    private static Map<String, String> headers(DueDelivery delivery, Instant at) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", delivery.event());
        headers.put("webhook-timestamp", Long.toString(at.getEpochSecond()));
        headers.put("webhook-signature", Signature.header(delivery.secrets(), delivery.event(), at, delivery.body()));
        return headers;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
