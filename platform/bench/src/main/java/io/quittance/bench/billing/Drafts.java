package io.quittance.bench.billing;

import io.quittance.bench.house.House;
import io.quittance.customer.CustomerDetails;
import io.quittance.customer.CustomerId;
import io.quittance.customer.CustomerKind;
import io.quittance.customer.CustomerOutcome;
import io.quittance.customer.PostalAddress;
import io.quittance.customer.boundary.Customers;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.LineInput;
import io.quittance.invoice.boundary.Invoicing;
import io.quittance.tax.TaxRate;
import io.quittance.tenancy.Tenant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Drafts to be issued: a hundred made by the product, each for a customer of its own, and copies of their rows. */
final class Drafts {

    static final int ORIGINALS = 100;
    /** Far below the ids of the product, which begin with the time. */
    private static final long FIRST_COPY = 1_000_000_000_000L;

    private Drafts() {
    }

    /** @param count how many, the hundred included */
    static void write(House house, Tenant tenant, int count) throws SQLException {
        for (int i = 0; i < ORIGINALS; i++) {
            CustomerId customer = customer(house, tenant, i);
            List<LineInput> lines = List.of(LineInput.of("Hosting, server " + i, "1", "49.90", TaxRate.standard("19")),
                    LineInput.of("Support by telephone, hours", "2.75", "95.00", TaxRate.standard("19")),
                    LineInput.of("Handbook", "3", "18.60", TaxRate.standard("7")));
            house.in(tenant, () -> house.get(Invoicing.class).draft(DraftInvoice.of(customer, "EUR", lines)));
        }
        try (Connection connection = house.connect(tenant)) {
            connection.setAutoCommit(false);
            copy(connection, count);
            connection.commit();
        }
    }

    private static void copy(Connection connection, int count) throws SQLException {
        String columns = String.join(", ", columns(connection));
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bench_draft AS SELECT i.*, d.content, ROW_NUMBER() OVER (ORDER BY i.id) AS place"
                    + " FROM invoice i JOIN invoice_draft d ON d.invoice_id = i.id");
        }
        try (PreparedStatement invoices = connection.prepareStatement("INSERT INTO invoice (id, " + columns + ") SELECT ? + place, "
                + columns + " FROM bench_draft WHERE place <= ?");
                PreparedStatement contents = connection.prepareStatement(
                        "INSERT INTO invoice_draft (invoice_id, content) SELECT ? + place, content FROM bench_draft WHERE place <= ?")) {
            for (int made = ORIGINALS; made < count; made += ORIGINALS) {
                for (PreparedStatement insert : List.of(invoices, contents)) {
                    insert.setLong(1, FIRST_COPY + made);
                    insert.setInt(2, Math.min(ORIGINALS, count - made));
                    insert.executeUpdate();
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE bench_draft");
            statement.execute("ANALYZE TABLE invoice, invoice_draft");
        }
    }

    private static List<String> columns(Connection connection) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet column = connection.getMetaData().getColumns(connection.getCatalog(), null, "invoice", null)) {
            while (column.next()) {
                if (!column.getString("COLUMN_NAME").equals("id")) {
                    columns.add(column.getString("COLUMN_NAME"));
                }
            }
        }
        return columns;
    }

    private static CustomerId customer(House house, Tenant tenant, int number) {
        CustomerDetails details = new CustomerDetails("Customer " + number + " GmbH", CustomerKind.BUSINESS, "retail",
                List.of("accounts" + number + "@example.com"), Locale.GERMAN, ZoneId.of("Europe/Berlin"), 30, Optional.empty(), "", "",
                new PostalAddress("Hauptstr. " + number, "", "10115", "Berlin", "", "DE"));
        return switch (house.in(tenant, () -> house.get(Customers.class).create(details))) {
            case CustomerOutcome.Saved saved -> saved.customer().id();
            case CustomerOutcome refused -> throw new IllegalStateException("a customer was refused: " + refused);
        };
    }
}
