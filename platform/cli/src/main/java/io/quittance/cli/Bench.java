package io.quittance.cli;

import io.quittance.bench.audit.AuditBench;
import io.quittance.bench.pools.PoolsBench;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * {@code bench pools [--tenants=N]} or {@code bench audit}: a load program of {@code platform/bench}, on a database server of
 * its own, beside its limit.
 */
final class Bench implements Subcommand {

    private static final String POOLS = "pools";
    private static final String AUDIT = "audit";
    private static final String TENANTS = "--tenants=";
    private static final int DEFAULT_TENANTS = 1000;

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        boolean audit = arguments.equals(List.of(AUDIT));
        if (!audit && (arguments.isEmpty() || !arguments.getFirst().equals(POOLS))) {
            throw new CannotRun("name what to measure: bench pools [--tenants=N] or bench audit");
        }
        try {
            if (audit) {
                AuditBench.run(out);
            } else {
                PoolsBench.run(tenants(arguments.subList(1, arguments.size())), out);
            }
            return 0;
        } catch (SQLException | ExecutionException failed) {
            throw new CannotRun("the measurement broke off: " + failed.getMessage(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted", stopped);
        }
    }

    private static int tenants(List<String> options) {
        int tenants = DEFAULT_TENANTS;
        for (String option : options) {
            if (!option.matches(TENANTS + "[1-9][0-9]{0,4}")) {
                throw new CannotRun("bench pools knows --tenants=N, N from 1 to 99999, but not " + option);
            }
            tenants = Integer.parseInt(option.substring(TENANTS.length()));
        }
        return tenants;
    }
}
