package io.quittance.audit.control;

import io.quittance.Page;
import io.quittance.audit.AuditEvent;
import io.quittance.audit.AuditFilter;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code audit_event}. */
@ApplicationScoped
public class AuditQueries {

    @Inject
    EntityManager entities;

    public Page<AuditEvent> page(AuditFilter filter, int offset, int limit) {
        String where = filter.subject().isEmpty() ? "" : filter.subjectId().isEmpty() ? " WHERE subject = ?"
                : " WHERE subject = ? AND subject_id = ?";
        return Sql.call(entities, connection -> {
            List<AuditEvent> events = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT * FROM audit_event" + where
                    + " ORDER BY id DESC LIMIT ? OFFSET ?")) {
                int next = bind(select, filter);
                select.setInt(next, limit);
                select.setInt(next + 1, offset);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        events.add(event(row));
                    }
                }
            }
            return new Page<>(events, count(connection, where, filter));
        });
    }

    private static long count(Connection connection, String where, AuditFilter filter) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM audit_event" + where)) {
            bind(select, filter);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Returns the position of the next parameter. */
    private static int bind(PreparedStatement select, AuditFilter filter) throws SQLException {
        int next = 1;
        if (!filter.subject().isEmpty()) {
            select.setString(next++, filter.subject());
        }
        if (filter.subjectId().isPresent()) {
            select.setLong(next++, filter.subjectId().getAsLong());
        }
        return next;
    }

    private static AuditEvent event(ResultSet row) throws SQLException {
        return new AuditEvent(row.getLong("id"), row.getTimestamp("occurred_at").toInstant(), row.getString("actor"),
                row.getString("action"), row.getString("subject"), row.getLong("subject_id"), orEmpty(row.getString("before_json")),
                orEmpty(row.getString("after_json")));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
