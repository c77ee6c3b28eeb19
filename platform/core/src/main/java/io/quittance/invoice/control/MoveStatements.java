package io.quittance.invoice.control;

import io.quittance.invoice.ClaimId;
import io.quittance.invoice.DueDate;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.entity.ClaimBalance.By;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;

/** The statements that move what is open, for one claim or for many. */
final class MoveStatements {

    static final String CLAIM = "UPDATE claim SET open_minor = open_minor - ?,"
            + " credited_minor = credited_minor + ?, written_off_minor = written_off_minor + ?"
            + " WHERE id = ? AND open_minor >= ? AND written_off_minor + ? >= 0"
            + " AND open_minor - ? + credited_minor + ? + written_off_minor + ? <= claimed_minor";
    /** By the rule of {@code ClaimBalance}. The settlement is set first: assignments work from left to right. */
    static final String INVOICE = "UPDATE invoice SET settlement = CASE"
            + " WHEN open_minor - ? = 0 AND written_off_minor + ? > 0 THEN 'WRITTEN_OFF'"
            + " WHEN open_minor - ? = 0 AND credited_minor + ? = claimed_minor AND claimed_minor > 0 THEN 'CREDITED'"
            + " WHEN open_minor - ? = 0 THEN 'PAID'"
            + " WHEN open_minor - ? + credited_minor + ? + written_off_minor + ? < claimed_minor THEN 'PARTLY_PAID' ELSE 'OPEN' END,"
            + " open_minor = open_minor - ?, credited_minor = credited_minor + ?, written_off_minor = written_off_minor + ?"
            + " WHERE id = ?";
    static final String NOTE = "INSERT INTO claim_movement (id, claim_id, invoice_id, occurred_at, amount_minor, currency, cause)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)";

    private MoveStatements() {
    }

    static void claim(PreparedStatement update, ClaimId claim, long minor, By by) throws SQLException {
        long credited = by == By.CREDIT ? minor : 0;
        long writtenOff = by == By.WRITE_OFF ? minor : 0;
        set(update, minor, credited, writtenOff, claim.value(), minor, writtenOff, minor, credited, writtenOff);
    }

    static void invoice(PreparedStatement update, InvoiceId invoice, long minor, By by) throws SQLException {
        long credited = by == By.CREDIT ? minor : 0;
        long writtenOff = by == By.WRITE_OFF ? minor : 0;
        set(update, minor, writtenOff, minor, credited, minor, minor, credited, writtenOff, minor, credited, writtenOff, invoice.value());
    }

    static void set(PreparedStatement statement, long... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setLong(i + 1, values[i]);
        }
    }

    /** The invoice is due when its next open claim is. */
    static void dueAgain(Connection connection, InvoiceId invoice) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT MIN(c.due_date), i.zone FROM claim c"
                + " JOIN invoice i ON i.id = c.invoice_id WHERE c.invoice_id = ? AND c.open_minor > 0"
                + " AND c.kind IN ('PRINCIPAL', 'INSTALMENT') GROUP BY i.zone");
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE invoice SET due_date = ?, overdue_from = ? WHERE id = ?")) {
            select.setLong(1, invoice.value());
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    DueDate due = new DueDate(row.getObject(1, LocalDate.class), ZoneId.of(row.getString(2)));
                    update.setObject(1, due.date());
                    update.setTimestamp(2, Timestamp.from(due.overdueFrom()));
                    update.setLong(3, invoice.value());
                    update.executeUpdate();
                }
            }
        }
    }

    static void note(PreparedStatement insert, long id, Timestamp at, OpenClaim claim, long minor, String cause) throws SQLException {
        insert.setLong(1, id);
        insert.setLong(2, claim.id().value());
        insert.setLong(3, claim.invoice().value());
        insert.setTimestamp(4, at);
        insert.setLong(5, minor);
        insert.setString(6, claim.open().currency().getCurrencyCode());
        insert.setString(7, cause);
    }
}
