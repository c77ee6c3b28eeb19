package io.quittance.bench.audit;

import io.quittance.launcher.EmbeddedDatabase;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Postings without and with the tree beside them, interleaved. The posting is the shortest program there can be, prepared
 * statements on a connection of its own, so what the tree costs it is more than it costs the product.
 */
public final class AuditBench {

    private static final int THREADS = 4;
    private static final int POSTINGS = 1500;
    private static final int ROUNDS = 5;
    private static final long GATHERING_MILLIS = 1000;

    private AuditBench() {
    }

    /** @param out where the table goes */
    public static void run(PrintStream out) throws SQLException, InterruptedException, ExecutionException {
        EmbeddedDatabase server = EmbeddedDatabase.shared();
        Books plain = Books.make(server, "bench_audit_plain", false);
        Books tree = Books.make(server, "bench_audit_tree", true);
        Sealer sealer = new Sealer();
        measure(plain, sealer);
        measure(tree, sealer);
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        List<Double> costs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            without.add(measure(plain, sealer));
            with.add(measure(tree, sealer));
            costs.add(1 - with.getLast() / without.getLast());
        }
        out.printf(Locale.ROOT, "%d threads, %d postings each, %d rounds; a batch each second, all sealed at the end%n", THREADS, POSTINGS,
                ROUNDS);
        out.printf(Locale.ROOT, "  %-20s %8.0f postings/s%n", "without the tree", median(without));
        out.printf(Locale.ROOT, "  %-20s %8.0f postings/s%n", "with the tree", median(with));
        out.printf(Locale.ROOT, "  %-20s %8.1f %%   (goal: at most 5)%n", "cost", 100 * median(costs));
    }

    /** Postings per second, from the first until the last is committed and sealed. */
    private static double measure(Books books, Sealer sealer) throws SQLException, InterruptedException, ExecutionException {
        AtomicBoolean posting = new AtomicBoolean(true);
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Void> sealing = threads.submit(() -> books.sealed() ? seal(books, sealer, posting) : null);
            List<Callable<Void>> writers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                writers.add(() -> post(books));
            }
            for (Future<Void> writer : threads.invokeAll(writers)) {
                writer.get();
            }
            posting.set(false);
            sealing.get();
        }
        return THREADS * POSTINGS / ((System.nanoTime() - begin) / 1e9);
    }

    private static Void post(Books books) throws SQLException {
        try (Connection connection = books.connect()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < POSTINGS; i++) {
                books.post(connection);
            }
        }
        return null;
    }

    private static Void seal(Books books, Sealer sealer, AtomicBoolean posting) throws SQLException, InterruptedException {
        try (Connection connection = books.connect()) {
            connection.setAutoCommit(false);
            long next = System.nanoTime();
            while (posting.get()) {
                if (System.nanoTime() >= next) {
                    sealer.seal(connection);
                    next = System.nanoTime() + GATHERING_MILLIS * 1_000_000;
                }
                Thread.sleep(5);
            }
            while (sealer.seal(connection) > 0) {
                Thread.onSpinWait();
            }
        }
        return null;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
