package io.quittance.intake.control;

import io.quittance.tenancy.Platform;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;

/** Figures over the inbox of all tenants; no contents. */
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

    private Duration age(Timestamp received) {
        Duration age = Duration.between(received.toInstant(), clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }
}
