package io.quittance.cli;

import io.quittance.bench.aging.AgingBench;
import io.quittance.bench.audit.AuditBench;
import io.quittance.bench.billing.BillingBench;
import io.quittance.bench.customer.CustomerBench;
import io.quittance.bench.hooks.HooksBench;
import io.quittance.bench.inbox.InboxBench;
import io.quittance.bench.list.ListBench;
import io.quittance.bench.matching.MatchingBench;
import io.quittance.bench.payments.PaymentsBench;
import io.quittance.bench.pdf.PdfBench;
import io.quittance.bench.pools.PoolsBench;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

/**
 * {@code bench NAME [--OPTION=N]}: a load program of {@code platform/bench}, on a database server of its own, beside its limit.
 */
final class Bench implements Subcommand {

    /** A load program. @param option the name of its one number, empty when it has none */
    private record Program(String option, int standard, Load load) {
    }

    /** What it does. */
    @FunctionalInterface
    private interface Load {
        void run(int number, PrintStream out) throws SQLException, ExecutionException, InterruptedException;
    }

    private static final Map<String, Program> PROGRAMS = new TreeMap<>(Map.ofEntries(
            Map.entry("aging", new Program("invoices", 1_000_000, AgingBench::run)),
            Map.entry("audit", new Program("", 0, (none, out) -> AuditBench.run(out))),
            Map.entry("customer", new Program("entries", 500_000, CustomerBench::run)),
            Map.entry("hooks", new Program("deliveries", 4000, HooksBench::run)),
            Map.entry("inbox", new Program("deliveries", 2000, InboxBench::run)),
            Map.entry("list", new Program("invoices", 1_000_000, ListBench::run)),
            Map.entry("matching", new Program("items", 100_000, MatchingBench::run)),
            Map.entry("payments", new Program("payments", 2000, PaymentsBench::run)),
            Map.entry("billing", new Program("invoices", 100_000, BillingBench::run)),
            Map.entry("pdf", new Program("invoices", 1000, PdfBench::run)),
            Map.entry("pools", new Program("tenants", 1000, PoolsBench::run))));

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Program program = arguments.isEmpty() ? null : PROGRAMS.get(arguments.getFirst());
        if (program == null) {
            throw new CannotRun("name what to measure: bench " + String.join(" | ", PROGRAMS.entrySet().stream()
                    .map(each -> each.getKey() + (each.getValue().option().isEmpty() ? "" : " [--" + each.getValue().option() + "=N]"))
                    .toList()));
        }
        int number = number(arguments.getFirst(), program, arguments.subList(1, arguments.size()));
        try {
            program.load().run(number, out);
            return 0;
        } catch (SQLException | ExecutionException failed) {
            throw new CannotRun("the measurement broke off: " + failed.getMessage(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted", stopped);
        }
    }

    private static int number(String name, Program program, List<String> options) {
        int number = program.standard();
        for (String option : options) {
            if (program.option().isEmpty() || !option.matches("--" + program.option() + "=[1-9][0-9]{0,7}")) {
                throw new CannotRun("bench " + name + " knows " + (program.option().isEmpty() ? "no option"
                        : "--" + program.option() + "=N, N from 1 to 99999999") + ", but not " + option);
            }
            number = Integer.parseInt(option.substring(option.indexOf('=') + 1));
        }
        return number;
    }
}
