package io.quittance.bench.billing;

import io.quittance.bench.house.House;
import io.quittance.billing.BillingOutcome;
import io.quittance.billing.BillingSelection;
import io.quittance.billing.boundary.BillingRuns;
import io.quittance.billing.boundary.BillingWork;
import io.quittance.tenancy.Tenant;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/**
 * A billing run and the hand-written limit, interleaved in rounds of groups: invoices per second of wall time, and seconds of
 * processors per thousand invoices, this process's and the database server's together.
 */
public final class BillingBench {

    private static final int ROUNDS = 10;
    private static final int WARM_GROUPS = 4;

    private final House house;
    private final PrintStream out;

    /** What one side has used up so far. */
    private static final class Sum {

        private int invoices;
        private long nanos;
        private Duration here = Duration.ZERO;
        private Duration server = Duration.ZERO;

        private double perSecond() {
            return invoices / (nanos / 1e9);
        }

        private double processors() {
            return here.plus(server).toNanos() / 1e9 * 1000 / invoices;
        }
    }

    /** Issues a group. @return how many */
    @FunctionalInterface
    private interface Group {
        int issue() throws SQLException;
    }

    private BillingBench(House house, PrintStream out) {
        this.house = house;
        this.out = out;
    }

    /**
     * @param invoices how many each side issues
     * @param out      where the table goes
     */
    public static void run(int invoices, PrintStream out) throws SQLException {
        try (House house = House.open()) {
            new BillingBench(house, out).measure(Math.max(invoices, BillingWork.GROUP));
        }
    }

    private void measure(int invoices) throws SQLException {
        int warm = WARM_GROUPS * BillingWork.GROUP;
        Tenant product = house.newTenant("billing");
        Tenant limit = house.newTenant("limit");
        long begin = System.nanoTime();
        Drafts.write(house, product, invoices + warm);
        Drafts.write(house, limit, invoices + warm + 1);
        out.printf(Locale.ROOT, "%,d drafts on each side written in %.1f s%n", invoices, (System.nanoTime() - begin) / 1e9);
        try (HandWritten hand = new HandWritten(house, limit)) {
            hand.start();
            start(product);
            Group ours = () -> house.in(product, () -> house.get(BillingWork.class).group(BillingWork.GROUP));
            Group theirs = () -> {
                hand.group(BillingWork.GROUP);
                return BillingWork.GROUP;
            };
            time(new Sum(), ours, warm);
            time(new Sum(), theirs, warm);
            Sum run = new Sum();
            Sum written = new Sum();
            int each = Math.max(invoices / ROUNDS, BillingWork.GROUP);
            for (int done = 0; done < invoices; done += each) {
                time(run, ours, Math.min(each, invoices - done));
                time(written, theirs, Math.min(each, invoices - done));
            }
            print(run, written, hand);
        }
    }

    private void start(Tenant tenant) {
        long begin = System.nanoTime();
        BillingOutcome started = house.in(tenant, () -> house.get(BillingRuns.class).start(BillingSelection.ALL, true, "bench"));
        if (!(started instanceof BillingOutcome.Accepted accepted)) {
            throw new IllegalStateException("the run was refused: " + started);
        }
        out.printf(Locale.ROOT, "a run of %,d drafts started in %.2f s%n", accepted.run().total(), (System.nanoTime() - begin) / 1e9);
    }

    private static void time(Sum sum, Group group, int invoices) throws SQLException {
        Duration here = here();
        Duration server = server();
        long begin = System.nanoTime();
        int issued = 0;
        while (issued < invoices) {
            issued += group.issue();
        }
        sum.nanos += System.nanoTime() - begin;
        sum.here = sum.here.plus(here().minus(here));
        sum.server = sum.server.plus(server().minus(server));
        sum.invoices += issued;
    }

    private static Duration here() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Of the processes that this one started: the database server, unless another was named. */
    private static Duration server() {
        return ProcessHandle.current().descendants().map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private void print(Sum run, Sum written, HandWritten hand) {
        out.printf(Locale.ROOT, "groups of %d, a transaction each, %d rounds, one thread%n", BillingWork.GROUP, ROUNDS);
        line("billing run", run);
        line("hand-written limit", written);
        out.printf(Locale.ROOT, "  %-20s %9.2f of the limit in wall time, %.2f in processor time   (goal: at least 0.5)%n", "ratio",
                run.perSecond() / written.perSecond(), written.processors() / run.processors());
        hand.profile(out);
    }

    private void line(String name, Sum sum) {
        out.printf(Locale.ROOT, "  %-20s %9.0f invoices/s %9.3f CPU-s per 1,000 (%.3f here, %.3f server) %9.1f s in all%n", name,
                sum.perSecond(), sum.processors(), sum.here.toNanos() / 1e6 / sum.invoices, sum.server.toNanos() / 1e6 / sum.invoices,
                sum.nanos / 1e9);
    }
}
