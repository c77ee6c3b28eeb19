package io.quittance.analytics.control;

import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sums as they are kept, and through which epoch they are complete. Written by one reader of the journal at a time. */
@ApplicationScoped
public class AgingRows {

    /** Before the sums are made first. */
    static final long NOTHING = -1;

    private static final String READ = "SELECT epoch FROM aging_watermark WHERE id = 1";
    private static final String SUM = " ON DUPLICATE KEY UPDATE open_minor = open_minor + VALUES(open_minor),"
            + " claims = claims + VALUES(claims)";

    @Inject
    EntityManager entities;

    long watermark() {
        return Sql.call(entities, connection -> number(connection, READ));
    }

    /** Keeps other readers of the journal waiting until the unit ends. */
    long take() {
        return Sql.call(entities, connection -> number(connection, READ + " FOR UPDATE"));
    }

    /** How many entries there are after an epoch: while it stays the same, nothing was posted. */
    long postedAfter(long epoch) {
        return Sql.call(entities, connection -> number(connection, "SELECT COUNT(*) FROM journal_entry WHERE epoch > " + epoch));
    }

    void raise(long epoch) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE aging_watermark SET epoch = ? WHERE id = 1")) {
                update.setLong(1, epoch);
                return update.executeUpdate();
            }
        });
    }

    void forget() {
        Sql.call(entities, connection -> {
            try (Statement delete = connection.createStatement()) {
                delete.executeUpdate("DELETE FROM aging_due");
                return delete.executeUpdate("DELETE FROM aging_day");
            }
        });
    }

    void add(List<AgingCell> cells) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO aging_day (currency, booked_on, due_date, open_minor, claims) VALUES (?, ?, ?, ?, ?)" + SUM)) {
                for (AgingCell cell : cells) {
                    insert.setString(1, cell.currency());
                    insert.setObject(2, cell.booked());
                    insert.setObject(3, cell.due());
                    insert.setLong(4, cell.minor());
                    insert.setLong(5, cell.claims());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO aging_due (currency, due_date, open_minor, claims) VALUES (?, ?, ?, ?)" + SUM)) {
                for (OpenSum sum : byDue(cells)) {
                    insert.setString(1, sum.currency());
                    insert.setObject(2, sum.due());
                    insert.setLong(3, sum.minor());
                    insert.setLong(4, sum.claims());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            return null;
        });
    }

    /** The cells of all booked days together. */
    static Collection<OpenSum> byDue(List<AgingCell> cells) {
        Map<String, OpenSum> sums = new TreeMap<>();
        cells.forEach(cell -> sums.merge(cell.currency() + cell.due(),
                new OpenSum(cell.currency(), cell.due(), cell.minor(), cell.claims()),
                (one, other) -> new OpenSum(one.currency(), one.due(), Math.addExact(one.minor(), other.minor()),
                        one.claims() + other.claims())));
        return sums.values();
    }

    List<OpenSum> now() {
        return sums("SELECT currency, due_date, open_minor, claims FROM aging_due WHERE claims <> 0");
    }

    List<OpenSum> asOf(LocalDate day) {
        return sums("SELECT currency, due_date, SUM(open_minor), SUM(claims) FROM aging_day WHERE booked_on <= ?"
                + " GROUP BY currency, due_date", day);
    }

    private List<OpenSum> sums(String sql, Object... values) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                Sql.bind(select, values);
                return sums(select);
            }
        });
    }

    /** @param select currency, due date, minor units and number of claims */
    static List<OpenSum> sums(PreparedStatement select) throws SQLException {
        List<OpenSum> sums = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sums.add(new OpenSum(row.getString(1), row.getObject(2, LocalDate.class), row.getLong(3), row.getLong(4)));
            }
        }
        return sums;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement select = connection.createStatement(); ResultSet row = select.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
