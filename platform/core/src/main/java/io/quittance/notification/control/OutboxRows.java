package io.quittance.notification.control;

import io.quittance.Page;
import io.quittance.config.Json;
import io.quittance.notification.OutboxItem;
import io.quittance.notification.OutboxRequest;
import io.quittance.notification.OutboxRow;
import io.quittance.notification.OutboxState;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The outbox table of the current tenant. */
@ApplicationScoped
public class OutboxRows {

    /** Longer than composing and sending one mail can take with the time-outs of {@link Smtp}. */
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int LONGEST_NOTE = 1000;
    private static final String COLUMNS = "SELECT id, kind, subject_id, state, attempts, next_at, recipient, note, created_at, finished_at,"
            + " dedupe_key"
            + " FROM outbox";

    @Inject
    EntityManager entities;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Json json;
    @Inject
    Clock clock;

    /** @return false when the key was there before */
    public boolean add(OutboxRequest request) {
        return Sql.call(entities, connection -> exists(connection, insert(connection, List.of(request)).getFirst()));
    }

    /** Many at once; keys that were there before are ignored. */
    public void addAll(List<OutboxRequest> requests) {
        Sql.call(entities, connection -> insert(connection, requests));
    }

    private List<Long> insert(Connection connection, List<OutboxRequest> requests) throws SQLException {
        Instant now = clock.instant();
        List<Long> made = new ArrayList<>();
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO outbox (id, kind, subject_id, payload, dedupe_key,"
                + " state, attempts, next_at, recipient, note, created_at) VALUES (?, ?, ?, ?, ?, 'WAITING', 0, ?, '', '', ?)"
                + " ON DUPLICATE KEY UPDATE id = id")) {
            for (OutboxRequest request : requests) {
                made.add(ids.next());
                insert.setLong(1, made.getLast());
                insert.setString(2, request.kind());
                insert.setLong(3, request.subjectId());
                insert.setString(4, json.write(request.payload()));
                insert.setString(5, request.key());
                insert.setTimestamp(6, Timestamp.from(request.notBefore().orElse(now)));
                insert.setTimestamp(7, Timestamp.from(now));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return made;
    }

    /** Asks instead of trusting the driver's row count, which differs between its settings for an unchanged row. */
    private static boolean exists(Connection connection, long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM outbox WHERE id = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Takes the row that waits longest and is due, and keeps others from it for a while. */
    public Optional<OutboxItem> claim() {
        return Sql.call(entities, connection -> {
            Timestamp now = Timestamp.from(clock.instant());
            Optional<OutboxItem> found = Optional.empty();
            try (PreparedStatement select = connection.prepareStatement("SELECT id, kind, subject_id, payload, attempts FROM outbox"
                    + " WHERE state = 'WAITING' AND next_at <= ? AND (lease_until IS NULL OR lease_until < ?)"
                    + " ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED")) {
                select.setTimestamp(1, now);
                select.setTimestamp(2, now);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        found = Optional.of(new OutboxItem(row.getLong(1), row.getString(2), row.getLong(3),
                                json.readTexts(row.getString(4)),
                                row.getInt(5)));
                    }
                }
            }
            if (found.isPresent()) {
                try (PreparedStatement lease = connection.prepareStatement(
                        "UPDATE outbox SET lease_until = ?, attempts = attempts + 1 WHERE id = ?")) {
                    lease.setTimestamp(1, Timestamp.from(clock.instant().plus(LEASE)));
                    lease.setLong(2, found.get().id());
                    lease.executeUpdate();
                }
            }
            return found;
        });
    }

    public void finish(long id, OutboxState state, String recipient, String note) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE outbox SET state = ?, recipient = ?, note = ?,"
                    + " lease_until = NULL, finished_at = ? WHERE id = ?")) {
                update.setString(1, state.name());
                update.setString(2, recipient);
                update.setString(3, shortened(note));
                update.setTimestamp(4, Timestamp.from(clock.instant()));
                update.setLong(5, id);
                return update.executeUpdate();
            }
        });
    }

    public void postpone(long id, Instant next, String note) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE outbox SET next_at = ?, note = ?, lease_until = NULL WHERE id = ?")) {
                update.setTimestamp(1, Timestamp.from(next));
                update.setString(2, shortened(note));
                update.setLong(3, id);
                return update.executeUpdate();
            }
        });
    }

    /** As if it had not been claimed. */
    public void putBack(long id, Instant next) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE outbox SET next_at = ?, attempts = attempts - 1, lease_until = NULL WHERE id = ?")) {
                update.setTimestamp(1, Timestamp.from(next));
                update.setLong(2, id);
                return update.executeUpdate();
            }
        });
    }

    public boolean revive(long id) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE outbox SET state = 'WAITING', attempts = 0, next_at = ?,"
                    + " finished_at = NULL WHERE id = ? AND state = 'DEAD'")) {
                update.setTimestamp(1, Timestamp.from(clock.instant()));
                update.setLong(2, id);
                return update.executeUpdate() == 1;
            }
        });
    }

    /** When the next row is due or its lease ends, if any waits. */
    public Optional<Instant> nextDue() {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT MIN(COALESCE(lease_until, next_at)) FROM outbox WHERE state = 'WAITING'");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant);
            }
        });
    }

    public Page<OutboxRow> page(Set<OutboxState> states, int offset, int limit) {
        List<String> names = states.stream().map(Enum::name).toList();
        String where = names.isEmpty() ? "" : " WHERE state IN (" + Sql.marks(names.size()) + ")";
        return Sql.call(entities, connection -> {
            List<OutboxRow> rows = query(connection, where + " ORDER BY created_at DESC, id DESC LIMIT " + limit + " OFFSET " + offset,
                    names);
            try (PreparedStatement count = connection.prepareStatement("SELECT COUNT(*) FROM outbox" + where)) {
                for (int i = 0; i < names.size(); i++) {
                    count.setString(i + 1, names.get(i));
                }
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    return new Page<>(rows, row.getLong(1));
                }
            }
        });
    }

    public List<OutboxRow> about(long subjectId) {
        return Sql.call(entities, connection -> query(connection, " WHERE subject_id = ? ORDER BY created_at, id", List.of(subjectId)));
    }

    private static List<OutboxRow> query(Connection connection, String rest, List<?> parameters) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + rest)) {
            Sql.bind(select, parameters);
            List<OutboxRow> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(row(row));
                }
            }
            return rows;
        }
    }

    private static OutboxRow row(ResultSet row) throws SQLException {
        OutboxState state = OutboxState.valueOf(row.getString("state"));
        Optional<Instant> next = state == OutboxState.WAITING ? Optional.of(row.getTimestamp("next_at").toInstant()) : Optional.empty();
        return new OutboxRow(row.getLong("id"), row.getString("kind"), row.getLong("subject_id"), state, row.getInt("attempts"), next,
                row.getString("recipient"), row.getString("note"), row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant), row.getString("dedupe_key"));
    }

    private static String shortened(String note) {
        return note.substring(0, Math.min(LONGEST_NOTE, note.length()));
    }
}
