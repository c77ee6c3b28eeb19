package io.quittance.tenancy;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
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

    /** Reads the row on which a result stands. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
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

    /** Runs an INSERT, UPDATE or DELETE with its parameters in their order, as {@link #call} does. @return how many rows it met */
    public static int update(EntityManager entities, String sql, List<?> parameters) {
        return call(entities, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, parameters);
                return statement.executeUpdate();
            }
        });
    }

    /** Like {@link #update(EntityManager, String, List)}. */
    public static int update(EntityManager entities, String sql, Object... parameters) {
        return update(entities, sql, Arrays.asList(parameters));
    }

    /** Reads all rows that a SELECT finds, in its order, as {@link #call} does. */
    public static <T> List<T> select(EntityManager entities, String sql, Reading<T> reading, List<?> parameters) {
        return call(entities, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, parameters);
                List<T> found = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        found.add(reading.of(row));
                    }
                }
                return found;
            }
        });
    }

    /** Like {@link #select(EntityManager, String, Reading, List)}. */
    public static <T> List<T> select(EntityManager entities, String sql, Reading<T> reading, Object... parameters) {
        return select(entities, sql, reading, Arrays.asList(parameters));
    }

    /** Places for that many parameters, parted by commas, as for {@code IN}. */
    public static String marks(int count) {
        return String.join(",", Collections.nCopies(count, "?"));
    }

    /** In their order, so many together as one statement should name. @param most of each but the last, which may be shorter */
    public static <T> List<List<T>> chunks(Collection<T> all, int most) {
        List<T> list = List.copyOf(all);
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < list.size(); from += most) {
            chunks.add(list.subList(from, Math.min(list.size(), from + most)));
        }
        return chunks;
    }

    /** Sets the parameters of a statement in their order, from the first on. */
    public static void bind(PreparedStatement statement, List<?> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
    }

    /** Like {@link #bind(PreparedStatement, List)}. */
    public static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        bind(statement, Arrays.asList(parameters));
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
