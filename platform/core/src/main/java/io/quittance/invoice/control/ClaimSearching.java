package io.quittance.invoice.control;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimSearch;
import io.quittance.invoice.FoundClaims;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds open claims by index, whatever many there are: a few thousand keys in each question. */
@ApplicationScoped
public class ClaimSearching {

    /** In one question. */
    private static final int KEYS = 2_000;
    /** An amount that more claims have tells nothing by itself. */
    private static final int FEW = 3;
    /** Of one customer; whoever owes more is asked which. */
    private static final int OLDEST = 500;
    private static final String OPEN = " AND c.currency = ? AND i.status = 'ISSUED' AND c.open_minor > 0";
    private static final String FROM = ClaimRows.COLUMNS + " FROM invoice i JOIN claim c ON c.invoice_id = i.id WHERE ";

    @Inject
    EntityManager entities;

    public FoundClaims search(ClaimSearch wanted) {
        return Sql.call(entities, connection -> {
            Map<ClaimId, OpenClaim> found = new LinkedHashMap<>();
            String currency = wanted.currency().getCurrencyCode();
            for (List<String> numbers : Sql.chunks(wanted.numbers(), KEYS)) {
                read(connection, FROM + "i.number_key IN " + places(numbers) + OPEN, numbers, currency, found);
            }
            for (List<Long> invoices : Sql.chunks(wanted.invoices().stream().map(InvoiceId::value).toList(), KEYS)) {
                read(connection, FROM + "i.id IN " + places(invoices) + OPEN, invoices, currency, found);
            }
            Map<Long, Integer> counts = counts(connection, wanted.amounts(), currency);
            List<Long> telling = counts.keySet().stream().filter(amount -> counts.get(amount) <= FEW).toList();
            for (List<Long> amounts : Sql.chunks(telling, KEYS)) {
                read(connection, ClaimRows.COLUMNS + " FROM claim c JOIN invoice i ON i.id = c.invoice_id WHERE c.open_minor IN "
                        + places(amounts) + OPEN, amounts, currency, found);
            }
            for (List<Long> customers : Sql.chunks(wanted.customers().stream().map(CustomerId::value).toList(), KEYS)) {
                read(connection, "SELECT * FROM (" + ClaimRows.COLUMNS + ", ROW_NUMBER() OVER (PARTITION BY i.customer_id ORDER BY"
                        + " c.due_date, i.issue_date, c.id) AS place FROM invoice i JOIN claim c ON c.invoice_id = i.id"
                        + " WHERE i.open_minor > 0 AND i.customer_id IN " + places(customers) + OPEN + ") oldest WHERE place <= " + OLDEST,
                        customers, currency, found);
            }
            return new FoundClaims(List.copyOf(found.values()), counts, open(connection, currency));
        });
    }

    private static Map<Long, Integer> counts(Connection connection, Collection<Long> amounts, String currency) throws SQLException {
        Map<Long, Integer> counts = new HashMap<>();
        for (List<Long> some : Sql.chunks(amounts, KEYS)) {
            try (PreparedStatement select = connection.prepareStatement("SELECT open_minor, COUNT(*) FROM claim WHERE open_minor IN "
                    + places(some) + " AND currency = ? GROUP BY open_minor")) {
                bind(select, some, currency);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        counts.put(row.getLong(1), row.getInt(2));
                    }
                }
            }
        }
        return counts;
    }

    private static long open(Connection connection, String currency) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM claim WHERE open_minor > 0 AND currency = ?")) {
            select.setString(1, currency);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void read(Connection connection, String query, List<?> keys, String currency, Map<ClaimId, OpenClaim> found)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            bind(select, keys, currency);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    OpenClaim claim = ClaimRows.claim(row);
                    found.put(claim.id(), claim);
                }
            }
        }
    }

    private static void bind(PreparedStatement select, List<?> keys, String currency) throws SQLException {
        Sql.bind(select, keys);
        select.setString(keys.size() + 1, currency);
    }

    private static String places(List<?> keys) {
        return "(" + Sql.marks(keys.size()) + ")";
    }
}
