package io.quittance.system.kill;

import io.quittance.system.api.Answer;
import io.quittance.system.api.Http;
import io.quittance.system.api.SandboxSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A gateway that never tires: delivers signed captures, notes every acknowledgement on disk before it goes on, and
 * delivers again what nobody acknowledged. Now and then it delivers something twice although it was acknowledged.
 */
final class WebhookLoad implements AutoCloseable {

    private static final int THREADS = 4;
    private static final int TWICE_EVERY = 7;
    private static final long SMALLEST_MINOR = 100;

    private final String hook;
    private final String secret;
    private final String run = "load-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    private final Path log;
    private final AtomicInteger next = new AtomicInteger();
    private final Queue<Integer> again = new ConcurrentLinkedQueue<>();
    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean fresh = new AtomicBoolean(true);
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    WebhookLoad(String hook, String secret) {
        this.hook = hook;
        this.secret = secret;
        try {
            log = Files.createTempFile("quittance-acknowledged", ".log");
            log.toFile().deleteOnExit();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        for (int i = 0; i < THREADS; i++) {
            threads.execute(this::deliver);
        }
    }

    /** Nothing new from now on; what was not acknowledged is still delivered again. */
    void calmDown() {
        fresh.set(false);
    }

    boolean isDelivered() {
        return !fresh.get() && acknowledged.size() == next.get();
    }

    /** The payments that were acknowledged, with their amounts in minor units, as the log on disk has them. */
    Map<String, Long> acknowledged() {
        try {
            Map<String, Long> payments = new LinkedHashMap<>();
            Files.readAllLines(log).forEach(line -> payments.put(run + "-" + line, amount(Integer.parseInt(line))));
            return payments;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    int sent() {
        return next.get();
    }

    private void deliver() {
        while (going.get()) {
            Integer number = again.poll();
            if (number == null) {
                number = fresh.get() ? next.getAndIncrement() : -1;
            }
            if (number < 0 || !tryToDeliver(number)) {
                pause();
            }
        }
    }

    private boolean tryToDeliver(int number) {
        try {
            String body = body(number);
            Answer answer = Http.trySend("POST", hook, SandboxSignature.header(secret, body), body);
            if (!answer.isGood()) {
                again.add(number);
                return false;
            }
            note(number);
            if (number % TWICE_EVERY == 0) {
                Http.trySend("POST", hook, SandboxSignature.header(secret, body), body);
            }
            return true;
        } catch (IOException away) {
            if (!acknowledged.contains(number)) {
                again.add(number);
            }
            return false;
        }
    }

    private synchronized void note(int number) throws IOException {
        if (acknowledged.add(number)) {
            Files.writeString(log, number + "\n", StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        }
    }

    private String body(int number) {
        String id = run + "-" + number;
        return SandboxSignature.captured("evt-" + id, id, amount(number), "load");
    }

    private static long amount(int number) {
        return SMALLEST_MINOR + number;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        going.set(false);
        threads.shutdownNow();
    }
}
