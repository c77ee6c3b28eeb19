package io.quittance.books.control;

import io.quittance.books.Finding;
import io.quittance.books.Invariant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A check written as a query for its offenders.
 *
 * @param sql selects subject, expected and found; {@code {t}} stands for the tenant's schema, {@code {p}} for the platform's and
 *            {@code {id}} for the tenant's id
 */
record SqlCheck(Invariant invariant, String sql) {

    /** More offenders of one kind say nothing new. */
    private static final int MOST = 50;

    List<Finding> on(Connection connection, TenantBooks tenant) throws SQLException {
        String query = sql.replace("{t}", tenant.schema()).replace("{p}", tenant.platform()).replace("{id}", Long.toString(tenant.id()));
        List<Finding> findings = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(query + " LIMIT " + MOST);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                findings.add(new Finding(invariant, tenant.slug(), row.getString(1), row.getString(2), row.getString(3)));
            }
        }
        return findings;
    }
}
