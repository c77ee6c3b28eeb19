package io.quittance.bench.list;

import io.quittance.Page;
import io.quittance.bench.house.House;
import io.quittance.bench.house.ManyInvoices;
import io.quittance.bench.house.Times;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceRow;
import io.quittance.invoice.InvoiceScroll;
import io.quittance.invoice.InvoiceSort;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.tenancy.Tenant;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pages of one tenant's invoices through the product's boundary, each beside a read of the same rows by a range of their key. */
public final class ListBench {

    private static final int ROWS = 50;
    private static final int ROUNDS = 15;
    private static final int STRIDE = 1000;

    private final House house;
    private final Tenant tenant;
    private final InvoiceList list;
    private final LocalDate today;
    private final PrintStream out;

    private ListBench(House house, Tenant tenant, PrintStream out) {
        this.house = house;
        this.tenant = tenant;
        this.list = house.get(InvoiceList.class);
        this.today = tenant.today(house.get(Clock.class));
        this.out = out;
    }

    /**
     * @param invoices how many the tenant has
     * @param out      where the table goes
     */
    public static void run(int invoices, PrintStream out) throws SQLException {
        try (House house = House.open()) {
            ListBench bench = new ListBench(house, house.newTenant("list"), out);
            bench.fill(invoices);
            out.printf(Locale.ROOT, "%,d invoices, pages of %d rows, %d rounds; a range of the primary key reads the same rows in the time"
                    + " behind the bar%n", invoices, ROWS, ROUNDS);
            bench.places(invoices);
            bench.filters();
            bench.orders();
        }
    }

    /** Of a hundred thousand some are held, paid, reconciled, in yen or without a way to their customer. */
    private void fill(int invoices) throws SQLException {
        try (Connection connection = house.connect(tenant); Statement update = connection.createStatement()) {
            ManyInvoices.write(connection, invoices, today);
            update.executeUpdate("UPDATE invoice SET settlement = 'PAID', open_minor = 0 WHERE MOD(id, 3) = 0");
            update.executeUpdate("UPDATE invoice SET settlement = 'RECONCILED' WHERE MOD(id, 5001) = 0");
            update.executeUpdate("UPDATE invoice SET on_hold = 1 WHERE MOD(id, 2003) = 1 AND open_minor > 0");
            update.executeUpdate("UPDATE invoice SET currency = 'JPY' WHERE MOD(id, 4001) = 1");
            update.executeUpdate("UPDATE invoice SET bounced_at = sent_at WHERE MOD(id, 3001) = 1");
            update.execute("ANALYZE TABLE invoice");
        }
    }

    /** First, middle and last page, read by going on from place to place. */
    private void places(int invoices) throws SQLException {
        Map<String, Optional<String>> places = new LinkedHashMap<>();
        places.put("first page", Optional.empty());
        Optional<String> place = Optional.empty();
        long begin = System.nanoTime();
        for (int read = STRIDE; read + STRIDE <= invoices; read += STRIDE) {
            Optional<String> from = place;
            place = scroll(from, STRIDE).next();
            if (read == invoices / STRIDE / 2 * STRIDE) {
                places.put("middle page", place);
            }
        }
        out.printf(Locale.ROOT, "read from end to end, %d rows at a time: %,.0f rows/s%n", STRIDE,
                invoices / ((System.nanoTime() - begin) / 1e9));
        places.put("last page", place);
        Map<String, Times> times = new LinkedHashMap<>();
        Times limit = new Times();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Optional<String>> each : places.entrySet()) {
                InvoiceScroll part = times.computeIfAbsent(each.getKey(), key -> new Times()).time(() -> scroll(each.getValue(), ROWS));
                range(part.rows(), limit);
            }
        }
        times.forEach((name, time) -> line(name, time, limit));
    }

    private InvoiceScroll scroll(Optional<String> after, int rows) {
        return house.in(tenant, () -> list.scroll(InvoiceFilter.ALL, InvoiceSort.CREATED, false, after, rows)).orElseThrow();
    }

    /** First pages with their bounded count. */
    private void filters() throws SQLException {
        Map<String, InvoiceFilter> filters = new LinkedHashMap<>();
        filters.put("all", InvoiceFilter.ALL);
        filters.put("status overdue", InvoiceFilter.ALL.withStatuses(InvoiceStatus.OVERDUE));
        filters.put("status on hold (few)", InvoiceFilter.ALL.withStatuses(InvoiceStatus.ON_HOLD));
        filters.put("status reconciled (few)", InvoiceFilter.ALL.withStatuses(InvoiceStatus.RECONCILED));
        filters.put("status draft (none)", InvoiceFilter.ALL.withStatuses(InvoiceStatus.DRAFT));
        filters.put("currency euro", InvoiceFilter.ALL.withCurrency(Currency.getInstance("EUR")));
        filters.put("currency yen (few)", InvoiceFilter.ALL.withCurrency(Currency.getInstance("JPY")));
        filters.put("segment", wanted("retail", Optional.empty()));
        filters.put("segment without customers", wanted("nobody", Optional.empty()));
        filters.put("a month a year ago", wanted("", Optional.of(today.minusYears(1))));
        filters.put("a word that all have", InvoiceFilter.ALL.withText("customer"));
        filters.put("a word that few have", InvoiceFilter.ALL.withText(ManyInvoices.RARE_WORD));
        filters.put("a word that none has", InvoiceFilter.ALL.withText("rhododendron"));
        Map<String, Times> times = new LinkedHashMap<>();
        Times limit = new Times();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, InvoiceFilter> each : filters.entrySet()) {
                Page<InvoiceRow> page = times.computeIfAbsent(each.getKey(), key -> new Times()).time(() -> page(each.getValue(),
                        InvoiceSort.CREATED));
                range(page.rows(), limit);
            }
        }
        times.forEach((name, time) -> line(name, time, limit));
    }

    private void orders() throws SQLException {
        Map<InvoiceSort, Times> times = new LinkedHashMap<>();
        Times limit = new Times();
        for (int round = 0; round < ROUNDS; round++) {
            for (InvoiceSort sort : InvoiceSort.values()) {
                Page<InvoiceRow> page = times.computeIfAbsent(sort, key -> new Times()).time(() -> page(InvoiceFilter.ALL, sort));
                range(page.rows(), limit);
            }
        }
        times.forEach((sort, time) -> line("by " + sort.name().toLowerCase(Locale.ROOT).replace('_', ' '), time, limit));
    }

    private Page<InvoiceRow> page(InvoiceFilter filter, InvoiceSort sort) {
        return house.in(tenant, () -> list.page(filter, Page.Request.first(ROWS, sort, false)));
    }

    private static InvoiceFilter wanted(String segment, Optional<LocalDate> month) {
        return new InvoiceFilter(Set.of(), Optional.empty(), segment, Optional.empty(), month, month.map(first -> first.plusMonths(1)), "");
    }

    /** As many rows by a range of the primary key, from the least id of the page. */
    private void range(List<InvoiceRow> rows, Times limit) throws SQLException {
        long least = rows.stream().mapToLong(row -> row.id().value()).min().orElse(0);
        try (Connection connection = house.connect(tenant);
                PreparedStatement select = connection.prepareStatement("SELECT * FROM invoice WHERE id >= ? ORDER BY id LIMIT " + ROWS)) {
            select.setLong(1, least);
            long read = limit.time(() -> {
                long sum = 0;
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        sum += row.getLong("open_minor");
                    }
                }
                return sum;
            });
            if (read < 0) {
                throw new IllegalStateException("what is open cannot be negative");
            }
        }
    }

    private void line(String name, Times page, Times limit) {
        out.printf(Locale.ROOT, "  %-28s %9.2f ms p50 %9.2f ms p99 | %6.2f ms%n", name, page.millis(0.5), page.millis(0.99),
                limit.millis(0.5));
    }
}
