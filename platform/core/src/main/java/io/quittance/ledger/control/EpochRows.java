package io.quittance.ledger.control;

import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The rows of epochs that postings still hold: one, or two while the older one is being finished. */
@ApplicationScoped
public class EpochRows {

    @Inject
    EntityManager entities;

    /** Makes the next epoch the newest, when only one is left and something was posted in it. */
    public void begin() {
        Sql.call(entities, connection -> {
            try (Statement insert = connection.createStatement()) {
                return insert.executeUpdate("INSERT IGNORE INTO journal_epoch (epoch) SELECT newest + 1 FROM"
                        + " (SELECT MAX(epoch) AS newest, COUNT(*) AS kept FROM journal_epoch) now"
                        + " WHERE kept = 1 AND EXISTS (SELECT 1 FROM journal_entry e WHERE e.epoch = newest)");
            }
        });
    }

    /** Takes the older epoch's row away; waits for the units that hold it, while others post in the newer one. */
    public void finish() {
        Sql.call(entities, connection -> {
            long oldest = oldest(connection);
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM journal_epoch WHERE epoch = ?")) {
                if (newest(connection) > oldest) {
                    delete.setLong(1, oldest);
                    delete.executeUpdate();
                }
            }
            return null;
        });
    }

    /** Nothing will ever be posted in this epoch or an earlier one, and all that was has been committed. */
    public long finished() {
        return Sql.call(entities, connection -> oldest(connection) - 1);
    }

    private static long oldest(Connection connection) throws SQLException {
        return epoch(connection, "SELECT MIN(epoch) FROM journal_epoch");
    }

    private static long newest(Connection connection) throws SQLException {
        return epoch(connection, "SELECT MAX(epoch) FROM journal_epoch");
    }

    private static long epoch(Connection connection, String sql) throws SQLException {
        try (Statement select = connection.createStatement(); ResultSet row = select.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
