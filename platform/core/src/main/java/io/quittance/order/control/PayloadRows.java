package io.quittance.order.control;

import io.quittance.access.CurrentActor;
import io.quittance.order.ChannelId;
import io.quittance.order.Payload;
import io.quittance.order.PayloadId;
import io.quittance.tenancy.SecretPlace;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.boundary.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

/** What was received, sealed under the tenant's key. */
@ApplicationScoped
public class PayloadRows {

    @Inject
    EntityManager entities;
    @Inject
    Secrets secrets;
    @Inject
    CurrentActor actor;
    @Inject
    Clock clock;

    void add(PayloadId id, ChannelId channel, Payload payload, ContentHash hash) {
        byte[] sealed = secrets.seal(place(id), payload.body());
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO order_payload (id, channel_id, media_type, name, body,"
                    + " bytes, content_hash, received_at, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, id.value());
                insert.setLong(2, channel.value());
                insert.setString(3, payload.mediaType());
                insert.setString(4, payload.name());
                insert.setBytes(5, sealed);
                insert.setInt(6, payload.size());
                insert.setBytes(7, hash.bytes());
                insert.setTimestamp(8, Timestamp.from(clock.instant()));
                insert.setString(9, actor.get().label());
                return insert.executeUpdate();
            }
        });
    }

    Optional<PayloadId> withContent(ChannelId channel, ContentHash hash) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id FROM order_payload WHERE channel_id = ? AND content_hash = ?")) {
                select.setLong(1, channel.value());
                select.setBytes(2, hash.bytes());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new PayloadId(row.getLong(1))) : Optional.<PayloadId>empty();
                }
            }
        });
    }

    /** Opened. */
    public Optional<Payload> find(PayloadId id) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT media_type, name, body FROM order_payload WHERE id = ?")) {
                select.setLong(1, id.value());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new Payload(row.getString(1), row.getString(2),
                            secrets.open(place(id), row.getBytes(3)))) : Optional.<Payload>empty();
                }
            }
        });
    }

    private static SecretPlace place(PayloadId id) {
        return new SecretPlace("order_payload", "body", id.toString());
    }
}
