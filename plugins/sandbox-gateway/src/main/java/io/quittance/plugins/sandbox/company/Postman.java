package io.quittance.plugins.sandbox.company;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers notices and tries again, each time later, until somebody says 2xx or three days have passed. */
final class Postman implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LATEST = Duration.ofDays(3);
    private static final long BACKOFF_MILLIS = 500;
    private static final long BACKOFF_MAX_MILLIS = 30_000;
    private static final int AT_ONCE = 16;

    private final Clock clock;
    private final Consumer<Notice> delivered;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(5)).build();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    private final ExecutorService walkers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore atOnce = new Semaphore(AT_ONCE);

    Postman(Clock clock, Consumer<Notice> delivered) {
        this.clock = clock;
        this.delivered = delivered;
    }

    void post(Notice notice) {
        schedule(notice, Math.max(0, notice.dueAt() - clock.millis()), 1);
    }

    private void schedule(Notice notice, long inMillis, int attempt) {
        if (!later.isShutdown()) {
            later.schedule(() -> walkers.execute(() -> walk(notice, attempt)), inMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void walk(Notice notice, int attempt) {
        try {
            atOnce.acquire();
            try {
                boolean accepted = true;
                for (int copy = 0; copy < notice.copies(); copy++) {
                    accepted &= hand(notice);
                }
                settle(notice, attempt, accepted);
            } finally {
                atOnce.release();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void settle(Notice notice, int attempt, boolean accepted) {
        if (!notice.genuine()) {
            return;
        }
        if (accepted) {
            delivered.accept(notice);
        } else if (clock.millis() - notice.dueAt() < LATEST.toMillis()) {
            schedule(notice, Math.min(BACKOFF_MAX_MILLIS, BACKOFF_MILLIS << Math.min(attempt, 10)), attempt + 1);
        } else {
            LOG.warn("gave up on {} after {} attempts", notice.id(), attempt);
        }
    }

    private boolean hand(Notice notice) throws InterruptedException {
        long seconds = clock.millis() / 1000;
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(notice.url())).timeout(TIMEOUT)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Sandbox-Signature", header(notice, seconds))
                .POST(HttpRequest.BodyPublishers.ofString(notice.body())).build();
            HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() / 100 == 2;
        } catch (IOException | IllegalArgumentException away) {
            LOG.debug("could not deliver {} to {}: {}", notice.id(), notice.url(), away.toString());
            return false;
        }
    }

    /** While a merchant changes its secret it gives us both, with a blank between; we sign with each. */
    private static String header(Notice notice, long seconds) {
        StringBuilder header = new StringBuilder("t=").append(seconds);
        for (String secret : notice.secret().split(" ")) {
            header.append(",v1=").append(Names.sign(secret, seconds, notice.body()));
        }
        return header.toString();
    }

    @Override
    public void close() {
        later.shutdownNow();
        walkers.shutdownNow();
        client.shutdownNow();
    }
}
