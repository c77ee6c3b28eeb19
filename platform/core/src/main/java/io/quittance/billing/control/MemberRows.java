package io.quittance.billing.control;

import io.quittance.Page;
import io.quittance.billing.BillingMember;
import io.quittance.billing.BillingPreview;
import io.quittance.billing.BillingRunId;
import io.quittance.billing.BillingSelection;
import io.quittance.billing.MemberState;
import io.quittance.invoice.InvoiceId;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads and writes the members of billing runs. */
@ApplicationScoped
public class MemberRows {

    @Inject
    EntityManager entities;

    /** A draft whose turn has not come. */
    public record Waiting(int position, InvoiceId invoice) {
    }

    /** Takes the drafts that fit, in the order in which they were written. @return how many */
    public int select(BillingRunId run, BillingSelection selection, LocalDate today) {
        List<Object> parameters = new ArrayList<>(List.of(run.value()));
        String where = where(selection, today, parameters);
        return Sql.update(entities, "INSERT INTO billing_run_member (run_id, position, invoice_id, state, note)"
                + " SELECT ?, ROW_NUMBER() OVER (ORDER BY i.created_at, i.id), i.id, 'WAITING', '' FROM invoice i" + where, parameters);
    }

    /** One for each currency. */
    public List<BillingPreview> preview(BillingSelection selection, LocalDate today) {
        List<Object> parameters = new ArrayList<>();
        String where = where(selection, today, parameters);
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT i.currency, COUNT(*), SUM(i.gross_minor) FROM invoice i"
                    + where + " GROUP BY i.currency ORDER BY i.currency")) {
                Sql.bind(select, parameters);
                List<BillingPreview> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new BillingPreview(row.getInt(2), Money.ofMinor(row.getLong(3), row.getString(1))));
                    }
                }
                return found;
            }
        });
    }

    private static String where(BillingSelection selection, LocalDate today, List<Object> parameters) {
        StringBuilder where = new StringBuilder(" WHERE i.status = 'DRAFT' AND (i.issue_date IS NULL OR i.issue_date <= ?)"
                + " AND NOT EXISTS (SELECT 1 FROM billing_run_member o JOIN billing_run r ON r.id = o.run_id"
                + " WHERE o.invoice_id = i.id AND o.state = 'WAITING' AND r.state = 'RUNNING')");
        parameters.add(today);
        selection.customer().ifPresent(customer -> {
            where.append(" AND i.customer_id = ?");
            parameters.add(customer.value());
        });
        selection.currency().ifPresent(currency -> {
            where.append(" AND i.currency = ?");
            parameters.add(currency.getCurrencyCode());
        });
        if (!selection.invoices().isEmpty()) {
            where.append(" AND i.id IN (").append(Sql.marks(selection.invoices().size())).append(")");
            selection.invoices().forEach(invoice -> parameters.add(invoice.value()));
        }
        return where.toString();
    }

    public List<Waiting> waiting(BillingRunId run, int most) {
        return waiting(run, " ORDER BY position LIMIT ?", most);
    }

    /** The member at that place, if it still waits. */
    public List<Waiting> waitingAt(BillingRunId run, int position) {
        return waiting(run, " AND position = ?", position);
    }

    private List<Waiting> waiting(BillingRunId run, String rest, int parameter) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT position, invoice_id FROM billing_run_member"
                    + " WHERE run_id = ? AND state = 'WAITING'" + rest)) {
                select.setLong(1, run.value());
                select.setInt(2, parameter);
                List<Waiting> waiting = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        waiting.add(new Waiting(row.getInt(1), new InvoiceId(row.getLong(2))));
                    }
                }
                return waiting;
            }
        });
    }

    public void set(BillingRunId run, List<Integer> positions, MemberState state) {
        if (positions.isEmpty()) {
            return;
        }
        String list = positions.stream().map(String::valueOf).collect(Collectors.joining(","));
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE billing_run_member SET state = ?, note = '' WHERE run_id = ? AND position IN (" + list + ")")) {
                update.setString(1, state.name());
                update.setLong(2, run.value());
                return update.executeUpdate();
            }
        });
    }

    /** @param notes why, by position */
    public void fail(BillingRunId run, Map<Integer, String> notes) {
        Sql.call(entities, connection -> {
            Sql.each(connection, "UPDATE billing_run_member SET state = 'FAILED', note = ? WHERE run_id = ? AND position = ?",
                    notes.entrySet(), (update, note) -> {
                        update.setString(1, note.getValue());
                        update.setLong(2, run.value());
                        update.setInt(3, note.getKey());
                    });
            return null;
        });
    }

    /** What failed waits again. */
    public void revive(BillingRunId run) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE billing_run_member SET state = 'WAITING' WHERE run_id = ? AND state = 'FAILED'")) {
                update.setLong(1, run.value());
                return update.executeUpdate();
            }
        });
    }

    public Page<BillingMember> page(BillingRunId run, MemberState state, int offset, int limit) {
        return Sql.call(entities, connection -> {
            List<BillingMember> rows = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT m.position, m.invoice_id, i.customer_name, m.note"
                    + " FROM billing_run_member m JOIN invoice i ON i.id = m.invoice_id WHERE m.run_id = ? AND m.state = ?"
                    + " ORDER BY m.position LIMIT ? OFFSET ?");
                    PreparedStatement count = connection.prepareStatement(
                            "SELECT COUNT(*) FROM billing_run_member WHERE run_id = ? AND state = ?")) {
                Sql.bind(select, List.of(run.value(), state.name(), limit, offset));
                Sql.bind(count, List.of(run.value(), state.name()));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        rows.add(new BillingMember(row.getInt(1), new InvoiceId(row.getLong(2)), row.getString(3), state,
                                row.getString(4)));
                    }
                }
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    return new Page<>(rows, row.getLong(1));
                }
            }
        });
    }
}
