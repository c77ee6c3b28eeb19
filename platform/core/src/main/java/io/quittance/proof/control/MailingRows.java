package io.quittance.proof.control;

import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Which head was mailed on which civil day of the tenant. */
@ApplicationScoped
public class MailingRows {

    @Inject
    EntityManager entities;
    @Inject
    Clock clock;

    /** @param size of the head */
    public record Mailing(LocalDate day, long size) {
    }

    public Optional<Mailing> last() {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT civil_day, tree_size FROM audit_mailing ORDER BY civil_day DESC LIMIT 1");
                    ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Mailing(row.getObject(1, LocalDate.class), row.getLong(2))) : Optional.empty();
            }
        });
    }

    /** Fails when that day has one. */
    public void add(Mailing mailing, String recipient) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO audit_mailing (civil_day, tree_size, recipient, created_at) VALUES (?, ?, ?, ?)")) {
                insert.setObject(1, mailing.day());
                insert.setLong(2, mailing.size());
                insert.setString(3, recipient);
                insert.setTimestamp(4, Timestamp.from(clock.instant()));
                return insert.executeUpdate();
            }
        });
    }
}
