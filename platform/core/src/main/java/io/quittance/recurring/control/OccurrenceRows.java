package io.quittance.recurring.control;

import io.quittance.invoice.InvoiceId;
import io.quittance.recurring.Occurrence;
import io.quittance.recurring.ScheduleId;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the days of schedules brought about. The primary key lets a day come once. */
@ApplicationScoped
public class OccurrenceRows {

    @Inject
    EntityManager entities;

    public void add(Occurrence occurrence) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO recurring_occurrence (schedule_id, due_on, invoice_id,"
                    + " issued, note, made_at) VALUES (?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, occurrence.schedule().value());
                insert.setObject(2, occurrence.day());
                if (occurrence.invoice().isPresent()) {
                    insert.setLong(3, occurrence.invoice().get().value());
                } else {
                    insert.setNull(3, Types.BIGINT);
                }
                insert.setBoolean(4, occurrence.issued());
                insert.setString(5, occurrence.note());
                insert.setTimestamp(6, Timestamp.from(occurrence.madeAt()));
                return insert.executeUpdate();
            }
        });
    }

    /** The last day that has come. */
    public Optional<LocalDate> last(ScheduleId schedule) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT MAX(due_on) FROM recurring_occurrence WHERE schedule_id = ?")) {
                select.setLong(1, schedule.value());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return Optional.ofNullable(row.getObject(1, LocalDate.class));
                }
            }
        });
    }

    /** The latest first. */
    public List<Occurrence> of(ScheduleId schedule, int most) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT due_on, invoice_id, issued, note, made_at"
                    + " FROM recurring_occurrence WHERE schedule_id = ? ORDER BY due_on DESC LIMIT ?")) {
                select.setLong(1, schedule.value());
                select.setInt(2, most);
                List<Occurrence> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        long invoice = row.getLong(2);
                        found.add(new Occurrence(schedule, row.getObject(1, LocalDate.class),
                                row.wasNull() ? Optional.empty() : Optional.of(new InvoiceId(invoice)), row.getBoolean(3),
                                row.getString(4), row.getTimestamp(5).toInstant()));
                    }
                }
                return found;
            }
        });
    }
}
