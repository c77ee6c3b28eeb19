package io.quittance.bench.pools;

import io.quittance.launcher.EmbeddedDatabase;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Small reads and writes over many tenants, by one pool with a user switch, by a pool per tenant, and by the limit of a
 * single almighty account; interleaved, so that the machine's moods meet all alike. Ratios are what counts.
 */
public final class PoolsBench {

    private static final int CONNECTIONS = 40;
    private static final int THREADS = 8;
    private static final int ROUNDS = 3;
    private static final Duration SPELL = Duration.ofSeconds(4);

    private final Tenants tenants;
    private final PrintStream out;

    private PoolsBench(Tenants tenants, PrintStream out) {
        this.tenants = tenants;
        this.out = out;
    }

    /** @param out where the table goes */
    public static void run(int tenantCount, PrintStream out) throws SQLException, InterruptedException, ExecutionException {
        Tenants tenants = new Tenants(EmbeddedDatabase.shared(), tenantCount);
        tenants.make();
        PoolsBench bench = new PoolsBench(tenants, out);
        bench.measure("even load", random -> random.nextInt(tenantCount));
        // A few tenants make most of the requests: rank r is drawn with a chance of about 1/r.
        bench.measure("skewed load", random -> Math.min(tenantCount - 1, (int) Math.pow(tenantCount, random.nextDouble()) - 1));
    }

    private void measure(String load, Draw draw) throws InterruptedException, ExecutionException {
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        Map<String, Integer> open = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Lender lender : lenders()) {
                try (lender) {
                    rates.computeIfAbsent(lender.name(), name -> new ArrayList<>()).add(spell(lender, draw));
                    open.put(lender.name(), lender.open());
                }
            }
        }
        double limit = median(rates.values().iterator().next());
        out.printf("%n%s: %d tenants, %d threads, %d connections at most%n", load, tenants.count(), THREADS, CONNECTIONS);
        rates.forEach((name, seen) -> out.printf(Locale.ROOT, "  %-20s %8.0f op/s   %.2f of the limit   %d connections%n",
                name, median(seen), median(seen) / limit, open.get(name)));
    }

    private List<Lender> lenders() {
        return List.of(new SharedAccount(tenants, CONNECTIONS), new SwitchingPool(tenants, CONNECTIONS),
                new PoolPerTenant(tenants, CONNECTIONS));
    }

    private static double spell(Lender lender, Draw draw) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + SPELL.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Long>> workers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                SplittableRandom random = new SplittableRandom(thread);
                workers.add(() -> work(lender, draw, random, end));
            }
            long operations = 0;
            for (Future<Long> worker : threads.invokeAll(workers)) {
                operations += worker.get();
            }
            return operations / (SPELL.toMillis() / 1000.0);
        }
    }

    private static long work(Lender lender, Draw draw, SplittableRandom random, long end) throws SQLException {
        long operations = 0;
        while (System.nanoTime() < end) {
            lender.use(draw.tenant(random), PoolsBench::readOneRow);
            operations++;
        }
        return operations;
    }

    private static void readOneRow(Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement("SELECT visits FROM note WHERE id = 1");
                ResultSet row = read.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("a tenant's row is missing");
            }
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /** Chooses the tenant of the next request. */
    private interface Draw {
        int tenant(SplittableRandom random);
    }
}
