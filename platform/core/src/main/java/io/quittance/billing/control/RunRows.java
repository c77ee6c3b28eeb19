package io.quittance.billing.control;

import io.quittance.Page;
import io.quittance.billing.BillingRun;
import io.quittance.billing.BillingRunId;
import io.quittance.billing.BillingState;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads and writes billing runs. */
@ApplicationScoped
public class RunRows {

    private static final String SELECT = "SELECT id, state, mail, total, issued, failed, skipped, actor, created_at, finished_at"
            + " FROM billing_run";

    @Inject
    EntityManager entities;
    @Inject
    Clock clock;

    public void add(BillingRun run, String key) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO billing_run (id, request_key, state, mail, total,"
                    + " issued, failed, skipped, actor, created_at) VALUES (?, ?, ?, ?, 0, 0, 0, 0, ?, ?)")) {
                insert.setLong(1, run.id().value());
                insert.setString(2, key);
                insert.setString(3, run.state().name());
                insert.setBoolean(4, run.mail());
                insert.setString(5, run.actor());
                insert.setTimestamp(6, Timestamp.from(run.createdAt()));
                return insert.executeUpdate();
            }
        });
    }

    /** Counts its members afresh, after anything but a group has changed them; nothing waiting ends it. */
    public void recount(BillingRunId id, BillingState wanted) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE billing_run SET"
                    + " total = (SELECT COUNT(*) FROM billing_run_member m WHERE m.run_id = ?),"
                    + " issued = (SELECT COUNT(*) FROM billing_run_member m WHERE m.run_id = ? AND m.state = 'ISSUED'),"
                    + " failed = (SELECT COUNT(*) FROM billing_run_member m WHERE m.run_id = ? AND m.state = 'FAILED'),"
                    + " skipped = (SELECT COUNT(*) FROM billing_run_member m WHERE m.run_id = ? AND m.state = 'SKIPPED') WHERE id = ?")) {
                for (int place = 1; place <= 5; place++) {
                    update.setLong(place, id.value());
                }
                update.executeUpdate();
            }
            state(connection, id, wanted);
            return null;
        });
    }

    /** What a group did. */
    public void advance(BillingRunId id, int issued, int failed, int skipped) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE billing_run SET issued = issued + ?, failed = failed + ?, skipped = skipped + ? WHERE id = ?")) {
                update.setInt(1, issued);
                update.setInt(2, failed);
                update.setInt(3, skipped);
                update.setLong(4, id.value());
                update.executeUpdate();
            }
            state(connection, id, BillingState.RUNNING);
            return null;
        });
    }

    /** What has nothing waiting is done, whatever was wanted. */
    private void state(Connection connection, BillingRunId id, BillingState wanted) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE billing_run SET"
                + " finished_at = CASE WHEN issued + failed + skipped = total THEN ? ELSE NULL END,"
                + " state = CASE WHEN issued + failed + skipped = total THEN 'DONE' ELSE ? END WHERE id = ?")) {
            update.setTimestamp(1, Timestamp.from(clock.instant()));
            update.setString(2, wanted.name());
            update.setLong(3, id.value());
            update.executeUpdate();
        }
    }

    /** Keeps everybody else from going on with it until the unit ends. */
    public Optional<BillingRun> lock(BillingRunId id) {
        return query(" WHERE id = ? FOR UPDATE", id.value()).stream().findFirst();
    }

    public Optional<BillingRun> find(BillingRunId id) {
        return query(" WHERE id = ?", id.value()).stream().findFirst();
    }

    public Optional<BillingRun> byKey(String key) {
        return query(" WHERE request_key = ?", key).stream().findFirst();
    }

    /** The oldest that runs. */
    public Optional<BillingRun> running() {
        return query(" WHERE state = ? ORDER BY id LIMIT 1", BillingState.RUNNING.name()).stream().findFirst();
    }

    /** Newest first. */
    public Page<BillingRun> page(int offset, int limit) {
        List<BillingRun> rows = query(" ORDER BY id DESC LIMIT ? OFFSET ?", limit, offset);
        return new Page<>(rows, Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM billing_run");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }));
    }

    private List<BillingRun> query(String rest, Object... parameters) {
        return Sql.select(entities, SELECT + rest, RunRows::run, parameters);
    }

    private static BillingRun run(ResultSet row) throws SQLException {
        Optional<Instant> finished = Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant);
        return new BillingRun(new BillingRunId(row.getLong("id")), BillingState.valueOf(row.getString("state")), row.getBoolean("mail"),
                row.getInt("total"), row.getInt("issued"), row.getInt("failed"), row.getInt("skipped"), row.getString("actor"),
                row.getTimestamp("created_at").toInstant(), finished);
    }
}
