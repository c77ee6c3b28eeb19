package io.quittance.notification.control;

import io.quittance.config.Json;
import io.quittance.notification.OutboxState;
import io.quittance.notification.PlatformMessage;
import io.quittance.tenancy.Platform;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TimeOrderedIds;
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
import java.util.Locale;
import java.util.Optional;

/** The platform's own outbox. */
@ApplicationScoped
public class PlatformMailRows {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int LONGEST_NOTE = 1000;

    @Inject
    @Platform
    EntityManager entities;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Json json;
    @Inject
    Clock clock;

    /** A mail in the hands of the worker. @param attempts made so far, without this one */
    public record Claimed(long id, PlatformMessage message, int attempts) {
    }

    /** @return false when the key was there before */
    public boolean add(PlatformMessage message) {
        return Sql.call(entities, connection -> {
            long id = ids.next();
            Timestamp now = Timestamp.from(clock.instant());
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO platform_mail (id, recipient, language, template,"
                    + " content, dedupe_key, state, attempts, next_at, note, created_at) VALUES (?, ?, ?, ?, ?, ?, 'WAITING', 0, ?, '', ?)"
                    + " ON DUPLICATE KEY UPDATE id = id")) {
                insert.setLong(1, id);
                insert.setString(2, message.to());
                insert.setString(3, message.language().toLanguageTag());
                insert.setString(4, message.template());
                insert.setString(5, json.write(message.values()));
                insert.setString(6, message.key());
                insert.setTimestamp(7, now);
                insert.setTimestamp(8, now);
                insert.executeUpdate();
            }
            return exists(connection, id);
        });
    }

    public Optional<Claimed> claim() {
        return Sql.call(entities, connection -> {
            Timestamp now = Timestamp.from(clock.instant());
            Optional<Claimed> found = Optional.empty();
            try (PreparedStatement select = connection.prepareStatement("SELECT id, recipient, language, template, content, dedupe_key,"
                    + " attempts FROM platform_mail WHERE state = 'WAITING' AND next_at <= ? AND (lease_until IS NULL OR lease_until < ?)"
                    + " ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED")) {
                select.setTimestamp(1, now);
                select.setTimestamp(2, now);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        found = Optional.of(new Claimed(row.getLong(1), new PlatformMessage(row.getString(2),
                                Locale.forLanguageTag(row.getString(3)), row.getString(4),
                                json.readTexts(row.getString(5)), row.getString(6)),
                                row.getInt(7)));
                    }
                }
            }
            if (found.isPresent()) {
                update(connection, "lease_until = ?, attempts = attempts + 1", found.get().id(), clock.instant().plus(LEASE), "");
            }
            return found;
        });
    }

    /** Wipes what was filled in: it may have been a secret. */
    public void finish(long id, OutboxState state, String note) {
        Sql.call(entities, connection -> update(connection,
                "state = '" + state.name() + "', content = '{}', lease_until = NULL, finished_at = ?", id, clock.instant(), note));
    }

    public void postpone(long id, Instant next, String note) {
        Sql.call(entities, connection -> update(connection, "lease_until = NULL, next_at = ?", id, next, note));
    }

    /** As if it had not been claimed. */
    public void putBack(long id, Instant next) {
        Sql.call(entities, connection -> update(connection, "lease_until = NULL, attempts = attempts - 1, next_at = ?", id, next,
                "too much mail is tried again just now"));
    }

    private static int update(Connection connection, String assignments, long id, Instant instant, String note) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE platform_mail SET " + assignments
                + ", note = ? WHERE id = ?")) {
            update.setTimestamp(1, Timestamp.from(instant));
            update.setString(2, note.substring(0, Math.min(LONGEST_NOTE, note.length())));
            update.setLong(3, id);
            return update.executeUpdate();
        }
    }

    private static boolean exists(Connection connection, long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM platform_mail WHERE id = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}
