package io.quittance.delivery.control;

import io.quittance.invoice.InvoiceId;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The hashes of private links. */
@ApplicationScoped
public class LinkRows {

    /** Long enough to outlive a dunning ladder and the year's end; a new link costs nothing. */
    private static final Duration LIFE = Duration.ofDays(400);

    @Inject
    EntityManager entities;
    @Inject
    Clock clock;

    public void add(byte[] hash, InvoiceId invoice) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO invoice_link (token_hash, invoice_id, created_at, expires_at) VALUES (?, ?, ?, ?)")) {
                insert.setBytes(1, hash);
                insert.setLong(2, invoice.value());
                insert.setTimestamp(3, Timestamp.from(clock.instant()));
                insert.setTimestamp(4, Timestamp.from(clock.instant().plus(LIFE)));
                return insert.executeUpdate();
            }
        });
    }

    public Optional<InvoiceId> find(byte[] hash) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT invoice_id FROM invoice_link WHERE token_hash = ? AND expires_at > ? AND revoked_at IS NULL")) {
                select.setBytes(1, hash);
                select.setTimestamp(2, Timestamp.from(clock.instant()));
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new InvoiceId(row.getLong(1))) : Optional.empty();
                }
            }
        });
    }

    public int revoke(InvoiceId invoice) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE invoice_link SET revoked_at = ? WHERE invoice_id = ? AND revoked_at IS NULL")) {
                update.setTimestamp(1, Timestamp.from(clock.instant()));
                update.setLong(2, invoice.value());
                return update.executeUpdate();
            }
        });
    }
}
