package io.quittance.tenancy;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.IntStream;

/** Plain SQL on the connection of the current unit of work, for paths where rows by the thousand are written or read. */
public final class Sql {

    /** In one packet: for every statement of a packet the server copies what is left of it, so its work grows with their square. */
    private static final int ROUND = 250;

    private Sql() {
    }

    /** A piece of JDBC. Closes its statements, never the connection, and neither commits nor rolls back. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Sets the parameters of a statement for one row. */
    @FunctionalInterface
    public interface Binding<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
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

    /** Runs an UPDATE or DELETE for each row, however many there are. @return how many rows it met */
    public static <T> long each(Connection connection, String sql, Iterable<T> rows, Binding<T> binding) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            long met = 0;
            int waiting = 0;
            for (T row : rows) {
                binding.bind(statement, row);
                statement.addBatch();
                if (++waiting == ROUND) {
                    met += IntStream.of(statement.executeBatch()).sum();
                    waiting = 0;
                }
            }
            return waiting == 0 ? met : met + IntStream.of(statement.executeBatch()).sum();
        }
    }
}
