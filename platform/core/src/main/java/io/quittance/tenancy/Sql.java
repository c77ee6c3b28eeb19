package io.quittance.tenancy;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;

/** Plain SQL on the connection of the current unit of work, for paths where rows by the thousand are written or read. */
public final class Sql {

    private Sql() {
    }

    /** A piece of JDBC. Closes its statements, never the connection, and neither commits nor rolls back. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Runs the work after writing what the EntityManager still holds back, so that both see the same rows.
     *
     * @throws SqlFailure when the server refuses
     */
    public static <T> T call(EntityManager entities, Work<T> work) {
        entities.flush();
        try {
            return work.on(entities.unwrap(Connection.class));
        } catch (SQLException refused) {
            throw new SqlFailure(refused);
        }
    }
}
