package io.quittance.order.control.mail;

import io.quittance.Fault;
import io.quittance.Sha256;
import io.quittance.order.ChannelId;
import io.quittance.order.control.VisitRows;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Which mails were looked at, and how visits to mailboxes went. */
@ApplicationScoped
public class MailRows {

    @Inject
    EntityManager entities;
    @Inject
    Clock clock;

    /** How the last visit went. @param failures in a row; none when it went well */
    public record Visit(Instant due, int failures, Optional<Fault> trouble) {
    }

    /** The last mail that was looked at since the mailbox was numbered so; 0 when none was. */
    public long last(ChannelId channel, long validity) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT COALESCE(MAX(uid), 0) FROM order_mail WHERE channel_id = ? AND validity = ?")) {
                select.setLong(1, channel.value());
                select.setLong(2, validity);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getLong(1) : 0L;
                }
            }
        });
    }

    /** Whether a mail of that number of its sender's was taken before, whatever the mailbox calls it now. */
    public boolean isKnown(ChannelId channel, String messageId) {
        return !messageId.isEmpty() && Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT 1 FROM order_mail WHERE channel_id = ? AND message_hash = ? AND result = 'TAKEN' LIMIT 1")) {
                select.setLong(1, channel.value());
                select.setBytes(2, Sha256.of(messageId));
                try (ResultSet row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    public void looked(ChannelId channel, long validity, IncomingMail mail, String result) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT IGNORE INTO order_mail (channel_id, validity, uid,"
                    + " message_hash, result, attachments, looked_at) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, channel.value());
                insert.setLong(2, validity);
                insert.setLong(3, mail.uid());
                insert.setBytes(4, mail.messageId().isEmpty() ? null : Sha256.of(mail.messageId()));
                insert.setString(5, result);
                insert.setInt(6, mail.attachments().size());
                insert.setTimestamp(7, Timestamp.from(clock.instant()));
                return insert.executeUpdate();
            }
        });
    }

    public Optional<Visit> visit(ChannelId channel) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT due_at, failures, reason, trouble FROM order_mailbox WHERE channel_id = ?")) {
                select.setLong(1, channel.value());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new Visit(row.getTimestamp(1).toInstant(), row.getInt(2),
                            VisitRows.trouble(row.getString(3), row.getString(4))))
                            : Optional.<Visit>empty();
                }
            }
        });
    }

    public void visited(ChannelId channel, Visit visit) {
        Sql.call(entities, connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("REPLACE INTO order_mailbox (channel_id, visited_at, due_at,"
                    + " failures, reason, trouble) VALUES (?, ?, ?, ?, ?, ?)")) {
                upsert.setLong(1, channel.value());
                upsert.setTimestamp(2, Timestamp.from(clock.instant()));
                upsert.setTimestamp(3, Timestamp.from(visit.due()));
                upsert.setInt(4, visit.failures());
                upsert.setString(5, VisitRows.reason(visit.trouble()));
                upsert.setString(6, VisitRows.said(visit.trouble()));
                return upsert.executeUpdate();
            }
        });
    }
}
