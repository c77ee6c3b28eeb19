package io.quittance.analytics.control;

import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What postings did to what is open, worked out from the journal: a claim's balance runs along its booked days, what is open
 * is the part of it above zero, and a cell is by how much that changed on a day. Postings of some epochs change cells by the
 * difference between the run with them and the run without, so only claims of invoices that they touch are read.
 */
@ApplicationScoped
public class AgingCells {

    private static final String RECEIVABLES = " l.account_code = (SELECT code FROM ledger_account WHERE role = 'RECEIVABLES')";
    /** Invoices touched in the epochs after the second parameter, up to the third. */
    private static final String TOUCHED = "(SELECT DISTINCT l.invoice_id FROM journal_entry e JOIN journal_line l ON l.entry_id = e.id"
            + " WHERE e.epoch > ? AND e.epoch <= ? AND" + RECEIVABLES + ") t";
    private static final String SLICE = "(SELECT id AS invoice_id FROM invoice WHERE id > ? AND id <= ?) t";
    private static final String BY_DAY = "(SELECT l.claim_id, l.currency, l.booked_on,"
            + " SUM(CASE WHEN e.epoch <= ? THEN l.amount_minor ELSE 0 END) AS was,"
            + " SUM(CASE WHEN e.epoch <= ? THEN l.amount_minor ELSE 0 END) AS became"
            + " FROM %s JOIN journal_line l ON l.invoice_id = t.invoice_id AND" + RECEIVABLES
            + " JOIN journal_entry e ON e.id = l.entry_id GROUP BY l.claim_id, l.currency, l.booked_on) days";
    private static final String RUN = "(SELECT claim_id, currency, booked_on, was, became,"
            + " SUM(was) OVER (PARTITION BY claim_id, currency ORDER BY booked_on) AS ran,"
            + " SUM(became) OVER (PARTITION BY claim_id, currency ORDER BY booked_on) AS runs FROM " + BY_DAY + ") r";
    private static final String CELLS = "SELECT r.currency, r.booked_on, c.due_date,"
            + " SUM(GREATEST(runs, 0) - GREATEST(runs - became, 0) - GREATEST(ran, 0) + GREATEST(ran - was, 0)) AS changed,"
            + " SUM((runs > 0) - (runs - became > 0) - (ran > 0) + (ran - was > 0)) AS opened"
            + " FROM " + RUN + " JOIN claim c ON c.id = r.claim_id"
            + " GROUP BY r.currency, r.booked_on, c.due_date HAVING changed <> 0 OR opened <> 0";
    private static final String OF_TOUCHED = CELLS.formatted(TOUCHED);
    private static final String OF_SLICE = CELLS.formatted(SLICE);
    private static final int SLICE_INVOICES = 50_000;

    @Inject
    EntityManager entities;

    /** By how much the postings of the epochs after one, up to another, changed the cells. */
    List<AgingCell> between(long after, long through) {
        return query(OF_TOUCHED, after, through, after, through);
    }

    /** The cells of a part of the invoices, from all postings up to an epoch. */
    List<AgingCell> of(Slice slice, long through) {
        return query(OF_SLICE, Long.MIN_VALUE, through, slice.after(), slice.last());
    }

    /** Invoices by their ids: those after one, up to another. */
    record Slice(long after, long last) {
    }

    /** The next invoices in the order of their ids, as many as a statement can read in seconds; the last slice is open. */
    Slice next(long after) {
        return new Slice(after, Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id FROM invoice WHERE id > ? ORDER BY id LIMIT 1 OFFSET " + (SLICE_INVOICES - 1))) {
                select.setLong(1, after);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
                }
            }
        }).orElse(Long.MAX_VALUE));
    }

    private List<AgingCell> query(String sql, long... values) {
        return Sql.call(entities, connection -> {
            List<AgingCell> cells = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    select.setLong(i + 1, values[i]);
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        cells.add(cell(row));
                    }
                }
            }
            return cells;
        });
    }

    private static AgingCell cell(ResultSet row) throws SQLException {
        return new AgingCell(row.getString(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class), row.getLong(4),
                row.getLong(5));
    }
}
