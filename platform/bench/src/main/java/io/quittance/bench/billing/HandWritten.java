package io.quittance.bench.billing;

import io.quittance.bench.house.House;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.IssueOutcome;
import io.quittance.invoice.boundary.Invoicing;
import io.quittance.tenancy.Tenant;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * The limit: writes, for each draft, the rows that the product wrote when it issued one, by prepared and batched statements on
 * a connection of its own, a transaction for each group. It decides nothing, computes nothing and reads no draft.
 */
final class HandWritten implements AutoCloseable {

    private static final long RUN = 1;

    private final Connection connection;
    private final List<ModelRows> tables = new ArrayList<>();
    private final Deque<Long> drafts = new ArrayDeque<>();
    private final long[] counter = {1};
    private Object[] dates;
    private long number = 1;
    private long updates;

    HandWritten(House house, Tenant tenant) throws SQLException {
        connection = house.connect(tenant);
        connection.setAutoCommit(false);
        InvoiceId first = new InvoiceId(single("SELECT MIN(id) FROM invoice WHERE status = 'DRAFT'"));
        if (!(house.in(tenant, () -> house.get(Invoicing.class).issue(first, true)) instanceof IssueOutcome.Issued issued)) {
            throw new IllegalStateException("the model was refused");
        }
        learn(issued);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id FROM invoice WHERE status = 'DRAFT' ORDER BY created_at, id")) {
            while (row.next()) {
                drafts.add(row.getLong(1));
            }
        }
    }

    private void learn(IssueOutcome.Issued issued) throws SQLException {
        long invoice = issued.id().value();
        long claim = single("SELECT id FROM claim WHERE invoice_id = " + invoice);
        long entry = single("SELECT id FROM journal_entry WHERE cause_type = 'invoice' AND cause_id = " + invoice);
        dates = dates(invoice);
        ModelRows.Ids model = new ModelRows.Ids(invoice, claim, entry, issued.number().text(), counter);
        for (String table : List.of("invoice_document", "invoice_line", "invoice_tax", "claim")) {
            tables.add(ModelRows.read(connection, table, "invoice_id = ?", invoice, model));
        }
        tables.add(ModelRows.read(connection, "journal_entry", "id = ?", entry, model));
        tables.add(ModelRows.read(connection, "journal_line", "entry_id = ?", entry, model));
        tables.add(ModelRows.read(connection, "invoice_event", "kind = 'issued' AND invoice_id = ?", invoice, model));
        tables.add(ModelRows.read(connection, "audit_event", "action = 'issued' AND subject_id = ?", invoice, model));
        tables.add(ModelRows.read(connection, "outbox", "subject_id = ?", invoice, model));
        connection.commit();
    }

    private Object[] dates(long invoice) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(
                "SELECT issue_date, due_date, overdue_from, issued_at FROM invoice WHERE id = " + invoice)) {
            row.next();
            return new Object[] {row.getObject(1), row.getObject(2), row.getObject(3), row.getObject(4)};
        }
    }

    /** Takes the drafts as members of a run, as the product does when one starts. */
    void start() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO billing_run (id, request_key, state, mail, total, issued, failed, skipped, actor, created_at)"
                    + " VALUES (" + RUN + ", 'bench', 'RUNNING', 1, " + drafts.size() + ", 0, 0, 0, 'job:bench', NOW(6))");
            statement.execute("INSERT INTO billing_run_member (run_id, position, invoice_id, state, note) SELECT " + RUN
                    + ", ROW_NUMBER() OVER (ORDER BY created_at, id), id, 'WAITING', '' FROM invoice WHERE status = 'DRAFT'");
        }
        connection.commit();
    }

    /** One group, committed. */
    void group(int size) throws SQLException {
        List<ModelRows.Ids> group = new ArrayList<>();
        long from = number;
        for (int i = 0; i < size && !drafts.isEmpty(); i++) {
            group.add(new ModelRows.Ids(drafts.poll(), ++counter[0], ++counter[0], String.format(Locale.ROOT, "H-2026-%06d", number++),
                    counter));
        }
        long begin = System.nanoTime();
        invoices(group);
        progress(from, group);
        updates += System.nanoTime() - begin;
        for (ModelRows table : tables) {
            table.write(connection, group);
        }
        connection.commit();
    }

    private void invoices(List<ModelRows.Ids> group) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE invoice SET number = ?, status = 'ISSUED', claimed_minor ="
                + " gross_minor, open_minor = gross_minor, issue_date = ?, due_date = ?, overdue_from = ?, issued_at = ?,"
                + " search_text = CONCAT(?, search_text) WHERE id = ?");
                PreparedStatement delete = connection.prepareStatement("DELETE FROM invoice_draft WHERE invoice_id = ?")) {
            for (ModelRows.Ids ids : group) {
                ids.bind(update, dates);
                update.addBatch();
                ids.bind(delete);
                delete.addBatch();
            }
            update.executeBatch();
            delete.executeBatch();
        }
    }

    private void progress(long from, List<ModelRows.Ids> group) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE billing_run_member SET state = 'ISSUED' WHERE run_id = " + RUN + " AND position BETWEEN " + from
                    + " AND " + (from + group.size() - 1));
            statement.executeUpdate("UPDATE billing_run SET issued = issued + " + group.size() + " WHERE id = " + RUN);
            statement.executeUpdate("UPDATE number_counter SET last_used = last_used + " + group.size() + " WHERE series = 'invoice'");
        }
    }

    /** Rows for each invoice and where the time went. */
    void profile(PrintStream out) {
        int rows = 3 + tables.stream().mapToInt(ModelRows::count).sum();
        long all = updates + tables.stream().mapToLong(ModelRows::nanos).sum();
        out.printf(Locale.ROOT, "the limit writes %d rows for each invoice: the invoice's, its draft's and its member's (%.0f %% of the"
                + " time)", rows, 100.0 * updates / all);
        for (ModelRows table : tables) {
            out.printf(Locale.ROOT, ", %d %s (%.0f %%)", table.count(), table.table(), 100.0 * table.nanos() / all);
        }
        out.println();
    }

    private long single(String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
