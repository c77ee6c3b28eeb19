package io.quittance.bench.hooks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls that come at a fixed rate whether earlier ones are answered or not. A time counts from when the call was due, so that one
 * that had to wait behind others is not forgiven ("coordinated omission").
 */
final class OpenLoop {

    private OpenLoop() {
    }

    /** One call. */
    @FunctionalInterface
    interface Call {
        void run(int number) throws SQLException;
    }

    /** @param first the number of the first call. @param calls how many. @throws ExecutionException when one fails */
    static Answers run(int first, int calls, int perSecond, Call call) throws InterruptedException, ExecutionException {
        List<Future<Long>> running = new ArrayList<>(calls);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            long pause = TimeUnit.SECONDS.toNanos(1) / perSecond;
            long begin = System.nanoTime();
            for (int i = 0; i < calls; i++) {
                int number = first + i;
                long due = begin + i * pause;
                while (due - System.nanoTime() > 0) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                running.add(threads.submit(() -> {
                    call.run(number);
                    return System.nanoTime() - due;
                }));
            }
        }
        List<Long> nanos = new ArrayList<>(calls);
        for (Future<Long> answer : running) {
            nanos.add(answer.get());
        }
        nanos.sort(null);
        return new Answers(nanos);
    }

    /** What calls took, in nanoseconds, sorted. */
    record Answers(List<Long> nanos) {

        Answers and(Answers more) {
            List<Long> both = new ArrayList<>(nanos);
            both.addAll(more.nanos);
            both.sort(null);
            return new Answers(both);
        }

        double millis(double quantile) {
            return nanos.get(Math.min(nanos.size() - 1, (int) Math.floor(quantile * nanos.size()))) / 1e6;
        }

        String row(String name) {
            return String.format(Locale.ROOT, "  %-12s %8.2f ms p50 %8.2f ms p90 %8.2f ms p99 %8.2f ms p99.9%n", name,
                    millis(0.5), millis(0.9),
                    millis(0.99), millis(0.999));
        }
    }
}
