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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

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
        return drawAll(series, List.of(issueDate)).getFirst();
    }

    /** Draws a number for each date, in the same order; the counter of each of the series' periods advances once. */
    public List<InvoiceNumber> drawAll(String series, List<LocalDate> issueDates) {
        return Sql.call(entities, connection -> {
            NumberPattern pattern = pattern(connection, series)
                    .orElseThrow(() -> new IllegalStateException("there is no number series " + series));
            Map<String, List<Integer>> places = new TreeMap<>();
            for (int i = 0; i < issueDates.size(); i++) {
                places.computeIfAbsent(pattern.period(issueDates.get(i)), period -> new ArrayList<>()).add(i);
            }
            InvoiceNumber[] numbers = new InvoiceNumber[issueDates.size()];
            for (Map.Entry<String, List<Integer>> period : places.entrySet()) {
                Deque<Integer> waiting = new ArrayDeque<>(period.getValue());
                LocalDate any = issueDates.get(waiting.getFirst());
                while (!waiting.isEmpty()) {
                    free(connection, series, pattern, any, waiting.size()).forEach(number -> numbers[waiting.removeFirst()] = number);
                }
            }
            return List.of(numbers);
        });
    }

    /** So many numbers less those that an import has brought an invoice with: they are not missing from the series then. */
    private static List<InvoiceNumber> free(Connection connection, String series, NumberPattern pattern, LocalDate issueDate, int count)
            throws SQLException {
        long last = advance(connection, series, pattern.period(issueDate), count);
        List<InvoiceNumber> drawn = LongStream.rangeClosed(last - count + 1, last)
                .mapToObj(sequence -> pattern.number(issueDate, sequence)).toList();
        if (!series.equals(INVOICES)) {
            return drawn;
        }
        Set<String> taken = taken(connection, drawn);
        return drawn.stream().filter(number -> !taken.contains(number.text())).toList();
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

    /** @return the last of the numbers drawn */
    private static long advance(Connection connection, String series, String period, int count) throws SQLException {
        try (PreparedStatement advance = connection.prepareStatement("INSERT INTO number_counter (series, period, last_used)"
                + " VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE last_used = last_used + ?")) {
            advance.setString(1, series);
            advance.setString(2, period);
            advance.setInt(3, count);
            advance.setInt(4, count);
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

    private static Set<String> taken(Connection connection, List<InvoiceNumber> numbers) throws SQLException {
        Set<String> taken = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT number FROM invoice WHERE number IN ("
                + Sql.marks(numbers.size()) + ")")) {
            for (int i = 0; i < numbers.size(); i++) {
                select.setString(i + 1, numbers.get(i).text());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    taken.add(row.getString(1));
                }
            }
        }
        return taken;
    }
}
