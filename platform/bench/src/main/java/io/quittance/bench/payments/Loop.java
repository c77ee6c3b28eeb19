package io.quittance.bench.payments;

import io.quittance.bench.house.House;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that each wait for their answer before they pay again. */
record Loop(int payments, House house) {

    /** What a run gave. @param cpu seconds of this process and of the database server, for a thousand payments */
    record Result(double perSecond, double p50, double p99, double cpu) {

        static Result mean(List<Result> results) {
            return new Result(results.stream().mapToDouble(Result::perSecond).average().orElseThrow(),
                    results.stream().mapToDouble(Result::p50).average().orElseThrow(),
                    results.stream().mapToDouble(Result::p99).average().orElseThrow(),
                    results.stream().mapToDouble(Result::cpu).average().orElseThrow());
        }

        void print(PrintStream out, String name) {
            out.printf(Locale.ROOT, "  %-10s %8.0f payments/s %8.2f ms p50 %8.2f ms p99 %7.2f CPU-s per 1,000%n", name, perSecond, p50,
                    p99, cpu);
        }
    }

    Result run(Payer payer, int clients) throws InterruptedException, ExecutionException {
        AtomicInteger left = new AtomicInteger(payments);
        long[] nanos = new long[payments];
        double cpu = house.cpuSeconds();
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Callable<Void>> loops = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                loops.add(() -> pay(payer, left, nanos));
            }
            for (Future<Void> loop : threads.invokeAll(loops)) {
                loop.get();
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double spent = house.cpuSeconds() - cpu;
        Arrays.sort(nanos);
        return new Result(payments / seconds, nanos[payments / 2] / 1e6, nanos[payments * 99 / 100] / 1e6, spent * 1000 / payments);
    }

    private static Void pay(Payer payer, AtomicInteger left, long[] nanos) throws SQLException {
        for (int mine = left.decrementAndGet(); mine >= 0; mine = left.decrementAndGet()) {
            long begin = System.nanoTime();
            payer.pay();
            nanos[mine] = System.nanoTime() - begin;
        }
        return null;
    }
}
