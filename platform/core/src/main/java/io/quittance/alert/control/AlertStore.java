package io.quittance.alert.control;

import io.quittance.Page;
import io.quittance.access.CurrentActor;
import io.quittance.alert.AlertKind;
import io.quittance.alert.AlertRow;
import io.quittance.alert.AlertSubject;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The append-only table of alerts, and up to where each person has read them. */
@ApplicationScoped
public class AlertStore {

    private static final String ROWS = "SELECT id, kind, subject, subject_id, label, currency, amount_minor, happened_on, raised_at"
            + " FROM alert WHERE ";

    @Inject
    EntityManager entities;
    @Inject
    CurrentActor actor;

    /** @param key unique for ever @param mail by which message it is told; empty for none @return false when it was told before */
    boolean add(AlertRow row, String key, boolean live, String mail) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT IGNORE INTO alert (id, alert_key, kind, subject,"
                    + " subject_id, label, currency, amount_minor, happened_on, raised_at, live, mail)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, row.id());
                insert.setString(2, key);
                insert.setString(3, row.kind().name());
                insert.setString(4, row.subject().name());
                insert.setLong(5, row.subjectId());
                insert.setString(6, row.label());
                insert.setString(7, row.amount().currency().getCurrencyCode());
                insert.setLong(8, row.amount().minorUnits());
                insert.setObject(9, row.day());
                insert.setTimestamp(10, Timestamp.from(row.raisedAt()));
                insert.setBoolean(11, live);
                insert.setString(12, mail);
                return insert.executeUpdate() == 1;
            }
        });
    }

    boolean isKnown(String key) {
        return number("SELECT COUNT(*) FROM alert WHERE alert_key = ?", key) > 0;
    }

    /** How many since then are told by a mail of their own. */
    long singlesSince(Instant since) {
        return number("SELECT COUNT(*) FROM alert WHERE id >= " + TimeOrderedIds.lowest(since) + " AND mail LIKE ?",
                AlertKeeper.SINGLE + ":%");
    }

    /** Those that a message tells, oldest first. */
    List<AlertRow> toldBy(String mail) {
        return rows("mail = ? ORDER BY id", mail);
    }

    /** Newest first. */
    public Page<AlertRow> page(Set<AlertKind> kinds, int offset, int limit) {
        String which = "live = 1 AND kind IN (" + quoted(kinds) + ")";
        return kinds.isEmpty() ? new Page<>(List.of(), 0) : new Page<>(rows(which + " AND id > ? ORDER BY id DESC LIMIT " + limit
                + " OFFSET " + offset, 0L), number("SELECT COUNT(*) FROM alert WHERE " + which + " AND id > ?", 0L));
    }

    public long unread(Set<AlertKind> kinds) {
        return kinds.isEmpty() ? 0 : number("SELECT COUNT(*) FROM alert WHERE live = 1 AND kind IN (" + quoted(kinds) + ") AND id >"
                + " COALESCE((SELECT seen FROM alert_seen WHERE person = ?), 0)", actor.get().label());
    }

    /** Up to where this person has read. */
    public long seen() {
        return number("SELECT COALESCE(MAX(seen), 0) FROM alert_seen WHERE person = ?", actor.get().label());
    }

    /** This person has read all that there are. */
    public void markSeen() {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO alert_seen (person, seen)"
                    + " SELECT ?, COALESCE(MAX(id), 0) FROM alert ON DUPLICATE KEY UPDATE seen = GREATEST(seen, VALUES(seen))")) {
                insert.setString(1, actor.get().label());
                return insert.executeUpdate();
            }
        });
    }

    private static String quoted(Set<AlertKind> kinds) {
        return kinds.stream().map(kind -> "'" + kind.name() + "'").collect(Collectors.joining(","));
    }

    private long number(String query, Object value) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(query)) {
                select.setObject(1, value);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    private List<AlertRow> rows(String condition, Object value) {
        return Sql.call(entities, connection -> {
            List<AlertRow> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(ROWS + condition)) {
                select.setObject(1, value);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(row(row));
                    }
                }
            }
            return found;
        });
    }

    private static AlertRow row(ResultSet row) throws SQLException {
        return new AlertRow(row.getLong("id"), AlertKind.valueOf(row.getString("kind")), AlertSubject.valueOf(row.getString("subject")),
                row.getLong("subject_id"), row.getString("label"), Money.ofMinor(row.getLong("amount_minor"), row.getString("currency")),
                row.getObject("happened_on", LocalDate.class), row.getTimestamp("raised_at").toInstant());
    }
}
