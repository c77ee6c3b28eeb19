package io.quittance.intake.control;

import io.quittance.intake.GatewayTraffic;
import io.quittance.intake.entity.InboxState;
import io.quittance.plugin.InstallationId;
import io.quittance.tenancy.Platform;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Figures over the inbox; no contents. */
@ApplicationScoped
public class InboxQueries {

    @Inject
    @Platform
    EntityManager entities;
    @Inject
    Clock clock;

    public Duration oldestWaiting() {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT MIN(received_at) FROM webhook_inbox WHERE state = "
                    + "'WAITING'");
                    ResultSet row = select.executeQuery()) {
                return row.next() && row.getTimestamp(1) != null ? age(row.getTimestamp(1)) : Duration.ZERO;
            }
        });
    }

    /** By installation, without doubts. */
    public Map<InstallationId, GatewayTraffic> traffic(TenantId tenant) {
        return Sql.call(entities, connection -> {
            Map<InstallationId, Instant> heard = new HashMap<>();
            rows(connection, "SELECT installation, MAX(received_at) FROM webhook_inbox WHERE tenant_id = ? GROUP BY installation", tenant,
                    row -> heard.put(new InstallationId(row.getString(1)), row.getTimestamp(2).toInstant()));
            Map<InstallationId, Map<String, Long>> open = new HashMap<>();
            rows(connection, "SELECT installation, state, COUNT(*) FROM webhook_inbox WHERE tenant_id = ? AND state IN ('WAITING', 'DEAD')"
                    + " GROUP BY installation, state", tenant, row -> open.computeIfAbsent(new InstallationId(row.getString(1)),
                            first -> new HashMap<>()).put(row.getString(2), row.getLong(3)));
            Map<InstallationId, GatewayTraffic> traffic = new HashMap<>();
            heard.forEach((installation, last) -> {
                Map<String, Long> counts = open.getOrDefault(installation, Map.of());
                traffic.put(installation, new GatewayTraffic(Optional.of(last), counts.getOrDefault(InboxState.WAITING.name(), 0L),
                        counts.getOrDefault(InboxState.DEAD.name(), 0L), 0));
            });
            return traffic;
        });
    }

    /** What is done with a row. */
    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private static void rows(Connection connection, String sql, TenantId tenant, Reader reader) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, tenant.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }

    private Duration age(Timestamp received) {
        Duration age = Duration.between(received.toInstant(), clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }
}
