package io.quittance.bench.aging;

import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.analytics.AgingSlice;
import io.quittance.analytics.boundary.AgingReport;
import io.quittance.analytics.boundary.AgingSealing;
import io.quittance.bench.house.House;
import io.quittance.bench.house.ManyInvoices;
import io.quittance.bench.house.Times;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceId;
import io.quittance.ledger.boundary.JournalEpochs;
import io.quittance.payment.PaymentMethod;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Tenant;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The aging report and the plain {@code GROUP BY} of the same day, interleaved, with payments since the sums were kept. */
public final class AgingBench {

    private static final int ROUNDS = 15;
    private static final int REPORTS_EACH = 20;
    private static final int PAST_ROUNDS = 3;
    private static final int PAYMENTS = 200;
    private static final int DAYS_AGO = 90;

    private final House house;
    private final Tenant tenant;
    private final PrintStream out;
    private final LocalDate today;

    private AgingBench(House house, Tenant tenant, PrintStream out) {
        this.house = house;
        this.tenant = tenant;
        this.out = out;
        this.today = tenant.today(house.get(Clock.class));
    }

    /**
     * @param invoices how many open invoices the tenant has
     * @param out      where the table goes
     */
    public static void run(int invoices, PrintStream out) throws SQLException {
        try (House house = House.open()) {
            AgingBench bench = new AgingBench(house, house.newTenant("aging"), out);
            bench.fill(invoices);
            bench.seal("kept sums made first in");
            bench.pay();
            bench.measure("today", bench.today, ROUNDS);
            bench.measure(DAYS_AGO + " days ago", bench.today.minusDays(DAYS_AGO), PAST_ROUNDS);
            bench.seal("brought up to those payments in");
            bench.measure("today, nothing since", bench.today, PAST_ROUNDS);
        }
    }

    private void fill(int invoices) throws SQLException {
        long begin = System.nanoTime();
        try (Connection connection = house.connect(tenant)) {
            ManyInvoices.write(connection, invoices, today);
        }
        out.printf(Locale.ROOT, "%,d open invoices written in %.1f s%n", invoices, (System.nanoTime() - begin) / 1e9);
    }

    private void seal(String what) {
        long begin = System.nanoTime();
        house.run(tenant, () -> {
            JournalEpochs epochs = house.get(JournalEpochs.class);
            epochs.begin();
            epochs.finish();
            house.get(AgingSealing.class).advance(epochs.finished());
        });
        out.printf(Locale.ROOT, "%s %.2f s%n", what, (System.nanoTime() - begin) / 1e9);
    }

    /** Through the product's own boundary, on invoices all over. */
    private void pay() throws SQLException {
        try (Connection connection = house.connect(tenant); Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT id, customer_id, currency, open_minor FROM invoice ORDER BY MOD(id * 31, 1009)"
                        + " LIMIT " + PAYMENTS)) {
            while (row.next()) {
                ManualPayment payment = new ManualPayment("bench-" + row.getLong(1), new CustomerId(row.getLong(2)),
                        Money.ofMinor(row.getLong(4) / (1 + row.getRow() % 2), row.getString(3)), PaymentMethod.CASH, today, "",
                        List.of(new InvoiceId(row.getLong(1))), false);
                house.run(tenant, () -> house.get(ManualPayments.class).record(payment));
            }
        }
        out.printf(Locale.ROOT, "%d payments posted since%n%n", PAYMENTS);
    }

    private void measure(String name, LocalDate day, int rounds) {
        AgingReport report = house.get(AgingReport.class);
        Times kept = new Times();
        Times plain = new Times();
        boolean equal = true;
        for (int warm = 0; warm < REPORTS_EACH; warm++) {
            house.in(tenant, () -> report.asOf(day));
        }
        for (int round = 0; round < rounds; round++) {
            Map<String, List<AgingSlice>> expected = plain.time(() -> house.in(tenant, () -> report.recomputed(day)));
            for (int i = 0; i < REPORTS_EACH; i++) {
                equal &= kept.time(() -> house.in(tenant, () -> report.asOf(day))).equals(expected);
            }
        }
        out.printf(Locale.ROOT, "%s: %s%n", name, equal ? "equal to the cent" : "NOT EQUAL");
        out.printf(Locale.ROOT, "  %-22s %9.2f ms p50 %9.2f ms p99%n", "plain GROUP BY", plain.millis(0.5), plain.millis(0.99));
        out.printf(Locale.ROOT, "  %-22s %9.2f ms p50 %9.2f ms p99%n", "report", kept.millis(0.5), kept.millis(0.99));
        out.printf(Locale.ROOT, "  %-22s %9.0f times   (goal: at least 50)%n", "faster", plain.millis(0.5) / kept.millis(0.5));
    }
}
