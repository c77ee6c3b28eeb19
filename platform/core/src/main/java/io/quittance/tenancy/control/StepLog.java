package io.quittance.tenancy.control;

import io.quittance.tenancy.StepProgress;
import io.quittance.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Which provisioning steps of a tenant are done, and why one is not. */
@ApplicationScoped
public class StepLog {

    private static final int LONGEST_ERROR = 2000;

    @Inject
    PlatformDatabase platform;
    @Inject
    Clock clock;

    public boolean isDone(TenantId tenant, String step) {
        try (Connection connection = platform.dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT state FROM provisioning_step WHERE tenant_id = ? AND name = ?")) {
            select.setLong(1, tenant.value());
            select.setString(2, step);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && "DONE".equals(row.getString(1));
            }
        } catch (SQLException failed) {
            throw new DatabaseUnavailable("the steps of tenant " + tenant + " cannot be read", failed);
        }
    }

    /** What is recorded of a tenant's steps, by name. */
    public Map<String, StepProgress> of(TenantId tenant) {
        Map<String, StepProgress> steps = new HashMap<>();
        try (Connection connection = platform.dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT name, state, attempts, error FROM provisioning_step WHERE tenant_id = ?")) {
            select.setLong(1, tenant.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String error = row.getString(4);
                    steps.put(row.getString(1), new StepProgress(row.getString(1), StepProgress.State.valueOf(row.getString(2)),
                            row.getInt(3), error == null ? "" : error));
                }
            }
        } catch (SQLException failed) {
            throw new DatabaseUnavailable("the steps of tenant " + tenant + " cannot be read", failed);
        }
        return steps;
    }

    public void done(TenantId tenant, String step) {
        record(tenant, step, "DONE", null);
    }

    public void failed(TenantId tenant, String step, String error) {
        record(tenant, step, "FAILED", error.substring(0, Math.min(LONGEST_ERROR, error.length())));
    }

    private void record(TenantId tenant, String step, String state, String error) {
        try (Connection connection = platform.dataSource().getConnection();
                PreparedStatement upsert = connection.prepareStatement(
                        "INSERT INTO provisioning_step (tenant_id, name, state, attempts, error, finished_at) VALUES (?, ?, ?, 1, ?, ?)"
                                + " ON DUPLICATE KEY UPDATE state = VALUES(state), attempts = attempts + 1,"
                                + " error = VALUES(error), finished_at = VALUES(finished_at)")) {
            upsert.setLong(1, tenant.value());
            upsert.setString(2, step);
            upsert.setString(3, state);
            upsert.setString(4, error);
            upsert.setTimestamp(5, Timestamp.from(clock.instant()));
            upsert.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseUnavailable("step " + step + " of tenant " + tenant + " cannot be recorded", failed);
        }
    }
}
