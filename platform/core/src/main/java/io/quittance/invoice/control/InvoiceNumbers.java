package io.quittance.invoice.control;

import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.entity.NumberPattern;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Draws numbers without gaps. The counter's row stays locked until the drawing unit ends: if that rolls back, so does the
 * counter. Draw as late in the unit as possible, since the next invoice waits for it.
 */
@ApplicationScoped
public class InvoiceNumbers {

    public static final String INVOICES = "invoice";
    public static final String CREDIT_NOTES = "credit-note";

    @Inject
    EntityManager entities;

    public InvoiceNumber draw(String series, LocalDate issueDate) {
        return Sql.call(entities, connection -> {
            NumberPattern pattern = pattern(connection, series)
                    .orElseThrow(() -> new IllegalStateException("there is no number series " + series));
            InvoiceNumber number;
            do {
                number = pattern.number(issueDate, next(connection, series, pattern.period(issueDate)));
                // An import may have brought an invoice with that number: it is not missing from the series then.
            } while (series.equals(INVOICES) && isTaken(connection, number));
            return number;
        });
    }

    public Optional<NumberPattern> pattern(String series) {
        return Sql.call(entities, connection -> pattern(connection, series));
    }

    /** Makes the series or gives it another pattern; numbers drawn stay as they are. */
    public void set(String series, NumberPattern pattern) {
        Sql.call(entities, connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("INSERT INTO number_series (code, pattern) VALUES (?, ?)"
                    + " ON DUPLICATE KEY UPDATE pattern = VALUES(pattern)")) {
                upsert.setString(1, series);
                upsert.setString(2, pattern.text());
                return upsert.executeUpdate();
            }
        });
    }

    private static long next(Connection connection, String series, String period) throws SQLException {
        try (PreparedStatement advance = connection.prepareStatement("INSERT INTO number_counter (series, period, last_used)"
                + " VALUES (?, ?, 1) ON DUPLICATE KEY UPDATE last_used = last_used + 1")) {
            advance.setString(1, series);
            advance.setString(2, period);
            advance.executeUpdate();
        }
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT last_used FROM number_counter WHERE series = ? AND period = ?")) {
            select.setString(1, series);
            select.setString(2, period);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static Optional<NumberPattern> pattern(Connection connection, String series) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT pattern FROM number_series WHERE code = ?")) {
            select.setString(1, series);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new NumberPattern(row.getString(1))) : Optional.empty();
            }
        }
    }

    private static boolean isTaken(Connection connection, InvoiceNumber number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM invoice WHERE number = ?")) {
            select.setString(1, number.text());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}
