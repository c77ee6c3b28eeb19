package io.quittance.tenancy.control;

import io.quittance.retry.Retry;
import io.quittance.retry.RetryPolicy;
import io.quittance.tenancy.AfterCommit;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Doorbell;
import io.quittance.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The bells as rows of the platform schema, claimed with {@code FOR UPDATE SKIP LOCKED} under a lease. */
@ApplicationScoped
public class Doorbells implements Doorbell {

    /** Longer than any answer should take; after it another node may try. */
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);
    private static final int LONGEST_ERROR = 2000;
    /** A failed answer is tried again until it works. */
    private static final RetryPolicy AGAIN = new RetryPolicy(Duration.ofSeconds(2), Duration.ofMinutes(10), RetryPolicy.NO_END);
    /** The bell of the sweep itself belongs to no tenant. */
    private static final String SWEEP = "sweep";
    private static final long NO_TENANT = 0;

    @Inject
    PlatformDatabase platform;
    @Inject
    CurrentTenant tenant;
    @Inject
    AfterCommit afterCommit;
    @Inject
    Retry retry;
    @Inject
    Clock clock;

    /** Wakes the local worker; a permit too many only makes it look once more. */
    private final Semaphore rung = new Semaphore(0);

    /** A bell claimed by this node. @param failures of its answer so far, in a row */
    record Claim(String kind, TenantId tenant, long rings, int failures) {
    }

    @Override
    public void ring(String kind) {
        ringAt(kind, clock.instant());
    }

    @Override
    public void ringAt(String kind, Instant due) {
        TenantId id = tenant.get().id();
        if (Units.TENANT.isOpen()) {
            afterCommit.run(() -> record(kind, id, due));
        } else {
            record(kind, id, due);
        }
    }

    /** Waits until a bell was rung on this node, or the time is over. */
    void await(Duration longest) throws InterruptedException {
        if (rung.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }

    void record(String kind, TenantId id, Instant due) {
        try (Connection connection = platform.dataSource().getConnection();
                PreparedStatement upsert = connection.prepareStatement(
                        "INSERT INTO doorbell (kind, tenant_id, due_at) VALUES (?, ?, ?)"
                                + " ON DUPLICATE KEY UPDATE due_at = LEAST(due_at, VALUES(due_at)), rings = rings + 1")) {
            upsert.setString(1, kind);
            upsert.setLong(2, id.value());
            upsert.setTimestamp(3, Timestamp.from(due));
            upsert.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseUnavailable("the bell " + kind + " cannot be rung", failed);
        }
        rung.release();
    }

    /** Rings a bell that may or may not have been rung; one that hangs already, due now or later, is left as it is. */
    void ringLost(String kind, TenantId id) {
        try (Connection connection = platform.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT IGNORE INTO doorbell (kind, tenant_id, due_at) VALUES (?, ?, ?)")) {
            insert.setString(1, kind);
            insert.setLong(2, id.value());
            insert.setTimestamp(3, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseUnavailable("the bell " + kind + " cannot be rung", failed);
        }
    }

    /** True for one node every {@link #SWEEP_EVERY}, and on the first call ever. */
    boolean claimSweep() throws SQLException {
        try (Connection connection = platform.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT IGNORE INTO doorbell (kind, tenant_id, due_at, lease_until) VALUES (?, ?, ?, '9999-12-31')");
                PreparedStatement postpone = connection.prepareStatement(
                        "UPDATE doorbell SET due_at = ? WHERE kind = ? AND tenant_id = ? AND due_at <= ?")) {
            Timestamp now = Timestamp.from(clock.instant());
            insert.setString(1, SWEEP);
            insert.setLong(2, NO_TENANT);
            insert.setTimestamp(3, now);
            insert.executeUpdate();
            postpone.setTimestamp(1, Timestamp.from(clock.instant().plus(SWEEP_EVERY)));
            postpone.setString(2, SWEEP);
            postpone.setLong(3, NO_TENANT);
            postpone.setTimestamp(4, now);
            return postpone.executeUpdate() == 1;
        }
    }

    List<Claim> claim(int most) throws SQLException {
        Timestamp now = Timestamp.from(clock.instant());
        List<Claim> claims = new ArrayList<>();
        try (Connection connection = platform.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT kind, tenant_id, rings, attempts FROM doorbell WHERE due_at <= ? AND (lease_until IS NULL OR lease_until < ?)"
                            + " ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED")) {
                select.setTimestamp(1, now);
                select.setTimestamp(2, now);
                select.setInt(3, most);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        claims.add(new Claim(row.getString(1), new TenantId(row.getLong(2)), row.getLong(3), row.getInt(4)));
                    }
                }
            }
            for (Claim claim : claims) {
                update(connection, "lease_until = ?", claim, Timestamp.from(clock.instant().plus(LEASE)));
            }
            connection.commit();
        }
        return claims;
    }

    /** Closes a claim: the bell is taken down, unless it was rung meanwhile or wants to be heard again later. */
    void done(Claim claim, Optional<Instant> again) throws SQLException {
        try (Connection connection = platform.dataSource().getConnection()) {
            connection.setAutoCommit(true);
            if (again.isEmpty() && delete(connection, claim)) {
                return;
            }
            // Rung since it was claimed: it stays due, whatever the answer wished.
            update(connection, "lease_until = NULL, attempts = 0, error = NULL, due_at = CASE WHEN rings = " + claim.rings()
                    + " THEN ? ELSE due_at END", claim, Timestamp.from(again.orElseGet(clock::instant)));
            rung.release();
        }
    }

    /** A failed answer is tried again, later each time. */
    void failed(Claim claim, RuntimeException failure) throws SQLException {
        String error = String.valueOf(failure.getMessage());
        try (Connection connection = platform.dataSource().getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE doorbell SET lease_until = NULL, error = ?, attempts = attempts + 1, due_at = ?"
                                + " WHERE kind = ? AND tenant_id = ?")) {
            update.setString(1, error.substring(0, Math.min(LONGEST_ERROR, error.length())));
            update.setTimestamp(2, Timestamp.from(retry.next(AGAIN, claim.failures() + 1)));
            update.setString(3, claim.kind());
            update.setLong(4, claim.tenant().value());
            update.executeUpdate();
        }
    }

    private static int update(Connection connection, String assignment, Claim claim, Timestamp value) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE doorbell SET " + assignment + " WHERE kind = ? AND tenant_id = ?")) {
            update.setTimestamp(1, value);
            update.setString(2, claim.kind());
            update.setLong(3, claim.tenant().value());
            return update.executeUpdate();
        }
    }

    /** Takes the bell down unless it was rung since it was claimed. */
    private static boolean delete(Connection connection, Claim claim) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM doorbell WHERE kind = ? AND tenant_id = ? AND rings = ?")) {
            delete.setString(1, claim.kind());
            delete.setLong(2, claim.tenant().value());
            delete.setLong(3, claim.rings());
            return delete.executeUpdate() == 1;
        }
    }
}
