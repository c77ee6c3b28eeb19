package io.quittance.bench.customer;

import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.bench.house.House;
import io.quittance.bench.house.ManyInvoices;
import io.quittance.bench.house.Times;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceScroll;
import io.quittance.invoice.InvoiceSort;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.payment.PaymentMethod;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Tenant;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Payments of one customer beside payments of many, and of a customer with history beside one without, each interleaved. */
public final class CustomerBench {

    private static final int CLIENTS = 8;
    private static final int PAYMENTS = 400;
    private static final int ROUNDS = 4;
    private static final int OPEN_EACH = 40;
    private static final Money AMOUNT = Money.ofMinor(100, "EUR");

    private final House house;
    private final Tenant tenant;
    private final PrintStream out;

    private CustomerBench(House house, Tenant tenant, PrintStream out) {
        this.house = house;
        this.tenant = tenant;
        this.out = out;
    }

    /** An invoice and whose it is. */
    private record Target(long invoice, long customer) {
    }

    /**
     * @param entries settled invoices of the customer with history; five years of 100,000 are 500,000
     * @param out     where the table goes
     */
    public static void run(int entries, PrintStream out) throws SQLException, InterruptedException, ExecutionException {
        try (House house = House.open()) {
            CustomerBench bench = new CustomerBench(house, house.newTenant("customer"), out);
            try (Connection connection = house.connect(bench.tenant)) {
                ManyInvoices.write(connection, Math.max(entries, 20 * PAYMENTS), bench.tenant.today(house.get(Clock.class)));
                bench.hot(connection);
                bench.history(connection);
            }
        }
    }

    private void hot(Connection connection) throws SQLException, InterruptedException, ExecutionException {
        List<Target> all = targets(connection, "SELECT id, customer_id FROM invoice WHERE currency = 'EUR'"
                + " ORDER BY MOD(id * 7919, 100003), id LIMIT " + (ROUNDS + 1) * 2 * PAYMENTS);
        List<Target> uniform = all.subList(0, all.size() / 2);
        List<Target> one = all.subList(all.size() / 2, all.size()).stream()
                .map(target -> new Target(target.invoice(), uniform.getFirst().customer())).toList();
        try (Statement update = connection.createStatement()) {
            for (Target target : one) {
                update.addBatch("UPDATE invoice SET customer_id = " + target.customer() + " WHERE id = " + target.invoice());
            }
            update.executeBatch();
        }
        AtomicInteger nextUniform = new AtomicInteger();
        AtomicInteger nextOne = new AtomicInteger();
        perSecond(uniform, nextUniform);
        perSecond(one, nextOne);
        double spread = 0;
        double hot = 0;
        for (int round = 0; round < ROUNDS; round++) {
            if (round % 2 == 0) {
                spread += perSecond(uniform, nextUniform);
                hot += perSecond(one, nextOne);
            } else {
                hot += perSecond(one, nextOne);
                spread += perSecond(uniform, nextUniform);
            }
        }
        out.printf(Locale.ROOT, "%d clients, %d payments each of %d rounds%n", CLIENTS, PAYMENTS, ROUNDS);
        out.printf(Locale.ROOT, "  %-28s %8.0f payments/s%n", "of many customers", spread / ROUNDS);
        out.printf(Locale.ROOT, "  %-28s %8.0f payments/s %8.2f of it   (goal: at least 0.9)%n", "of one customer", hot / ROUNDS,
                hot / spread);
    }

    private double perSecond(List<Target> targets, AtomicInteger next) throws InterruptedException, ExecutionException {
        AtomicInteger left = new AtomicInteger(PAYMENTS);
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<Void>> loops = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                loops.add(() -> {
                    while (left.getAndDecrement() > 0) {
                        Target target = targets.get(next.getAndIncrement());
                        pay(target.customer(), List.of(new InvoiceId(target.invoice())), false);
                    }
                    return null;
                });
            }
            for (Future<Void> loop : threads.invokeAll(loops)) {
                loop.get();
            }
        }
        return PAYMENTS / ((System.nanoTime() - begin) / 1e9);
    }

    /** All invoices of the one are settled but a few, the other has only as many. */
    private void history(Connection connection) throws SQLException {
        List<Target> two = targets(connection, "SELECT MIN(id), customer_id FROM invoice GROUP BY customer_id"
                + " ORDER BY customer_id LIMIT 2");
        long empty = two.getFirst().customer();
        long old = two.getLast().customer();
        long entries;
        try (Statement update = connection.createStatement()) {
            update.executeUpdate("UPDATE invoice SET customer_id = " + old + ", settlement = 'PAID', open_minor = 0");
            update.executeUpdate("UPDATE claim SET open_minor = 0");
            open(update, old, "ASC");
            open(update, empty, "DESC");
            update.executeUpdate("UPDATE journal_line SET customer_id = " + old);
            update.execute("ANALYZE TABLE invoice, claim, journal_line");
            try (ResultSet row = update.executeQuery("SELECT COUNT(*) FROM invoice WHERE customer_id = " + old)) {
                row.next();
                entries = row.getLong(1);
            }
        }
        Times[] posting = {new Times(), new Times()};
        Times[] reading = {new Times(), new Times()};
        for (int warm = 0; warm < OPEN_EACH; warm++) {
            measure(empty, new Times(), new Times());
            measure(old, new Times(), new Times());
        }
        for (int round = 0; round < PAYMENTS; round++) {
            int first = round % 2;
            measure(first == 0 ? empty : old, posting[first], reading[first]);
            measure(first == 0 ? old : empty, posting[1 - first], reading[1 - first]);
        }
        out.printf(Locale.ROOT, "%n%,d invoices of one customer, all but %d settled, beside one with %d%n", entries, OPEN_EACH, OPEN_EACH);
        ratio("paying the oldest due", posting);
        ratio("reading the 40 due last", reading);
    }

    private static void open(Statement update, long customer, String order) throws SQLException {
        update.executeUpdate("UPDATE invoice SET customer_id = " + customer + ", settlement = 'OPEN', open_minor = claimed_minor"
                + " WHERE currency = 'EUR' ORDER BY id " + order + " LIMIT " + OPEN_EACH);
        update.executeUpdate("UPDATE claim c JOIN invoice i ON i.id = c.invoice_id SET c.open_minor = i.open_minor"
                + " WHERE i.open_minor > 0 AND i.customer_id = " + customer);
    }

    private void measure(long customer, Times posting, Times reading) {
        posting.time(() -> pay(customer, List.of(), true));
        InvoiceScroll page = reading.time(() -> house.in(tenant, () -> house.get(InvoiceList.class).scroll(
                InvoiceFilter.ALL.withCustomer(new CustomerId(customer)), InvoiceSort.DUE_DATE, false, Optional.empty(), OPEN_EACH)))
                .orElseThrow();
        if (page.rows().size() < OPEN_EACH) {
            throw new IllegalStateException("the customer has too few invoices");
        }
    }

    private RecordOutcome pay(long customer, List<InvoiceId> purpose, boolean oldest) {
        ManualPayment payment = new ManualPayment(UUID.randomUUID().toString(), new CustomerId(customer), AMOUNT,
                PaymentMethod.BANK_TRANSFER, tenant.today(house.get(Clock.class)), "", purpose, oldest);
        RecordOutcome outcome = house.in(tenant, () -> house.get(ManualPayments.class).record(payment));
        if (outcome instanceof RecordOutcome.Recorded done && done.remainder().isZero()) {
            return outcome;
        }
        throw new IllegalStateException("a payment found nothing to pay: " + outcome);
    }

    private void ratio(String name, Times[] times) {
        out.printf(Locale.ROOT, "  %-28s %8.2f ms p50 without history %8.2f ms with %8.2f times   (goal: at most 1.1)%n", name,
                times[0].millis(0.5), times[1].millis(0.5), times[1].millis(0.5) / times[0].millis(0.5));
    }

    private static List<Target> targets(Connection connection, String sql) throws SQLException {
        List<Target> targets = new ArrayList<>();
        try (Statement select = connection.createStatement(); ResultSet row = select.executeQuery(sql)) {
            while (row.next()) {
                targets.add(new Target(row.getLong(1), row.getLong(2)));
            }
        }
        return targets;
    }
}
