package io.quittance.tenancy.control;

import io.quittance.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;

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
