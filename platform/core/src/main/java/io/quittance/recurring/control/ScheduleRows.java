package io.quittance.recurring.control;

import io.quittance.Page;
import io.quittance.config.Json;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.DraftInvoice;
import io.quittance.recurring.Recurrence;
import io.quittance.recurring.RecurringMode;
import io.quittance.recurring.Rhythm;
import io.quittance.recurring.RhythmUnit;
import io.quittance.recurring.Schedule;
import io.quittance.recurring.ScheduleDetails;
import io.quittance.recurring.ScheduleFilter;
import io.quittance.recurring.ScheduleId;
import io.quittance.recurring.ScheduleSort;
import io.quittance.recurring.ScheduleState;
import io.quittance.recurring.ShortMonth;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads and writes schedules. */
@ApplicationScoped
public class ScheduleRows {

    private static final String SELECT = "SELECT s.id, s.name, s.template, s.currency, s.gross_minor, s.start_on, s.rhythm_unit, s.every_n,"
            + " s.day_of_month, s.short_month, s.until_on, s.times, s.mode, s.state, s.next_on, s.created_at, c.name AS customer_name"
            + " FROM recurring_schedule s JOIN customer c ON c.id = s.customer_id";

    @Inject
    EntityManager entities;
    @Inject
    Json json;

    public void add(Schedule schedule) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO recurring_schedule (name, customer_id, template,"
                    + " currency, gross_minor, start_on, rhythm_unit, every_n, day_of_month, short_month, until_on, times, mode, state,"
                    + " next_on, search_text, id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                set(insert, schedule);
                insert.setTimestamp(18, Timestamp.from(schedule.createdAt()));
                return insert.executeUpdate();
            }
        });
    }

    public void change(Schedule schedule) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE recurring_schedule SET name = ?, customer_id = ?,"
                    + " template = ?, currency = ?, gross_minor = ?, start_on = ?, rhythm_unit = ?, every_n = ?, day_of_month = ?,"
                    + " short_month = ?, until_on = ?, times = ?, mode = ?, state = ?, next_on = ?, search_text = ? WHERE id = ?")) {
                set(update, schedule);
                return update.executeUpdate();
            }
        });
    }

    /** Keeps everybody else from changing it until the unit ends. */
    public Optional<Schedule> lock(ScheduleId id) {
        return query(" WHERE s.id = ? FOR UPDATE", List.of(id.value())).stream().findFirst();
    }

    public Optional<Schedule> find(ScheduleId id) {
        return query(" WHERE s.id = ?", List.of(id.value())).stream().findFirst();
    }

    /** Those whose next day is that one or an earlier, the earliest first. */
    public List<ScheduleId> due(LocalDate day, int most) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id FROM recurring_schedule WHERE next_on <= ? ORDER BY next_on, id LIMIT ?")) {
                select.setObject(1, day);
                select.setInt(2, most);
                List<ScheduleId> due = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        due.add(new ScheduleId(row.getLong(1)));
                    }
                }
                return due;
            }
        });
    }

    /** The earliest next day of all. */
    public Optional<LocalDate> next() {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT MIN(next_on) FROM recurring_schedule");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, LocalDate.class));
            }
        });
    }

    public Page<Schedule> page(ScheduleFilter filter, Page.Request<ScheduleSort> request) {
        List<String> conditions = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        if (!filter.text().isBlank()) {
            conditions.add("s.search_text LIKE ? ESCAPE '!'");
            parameters.add("%" + filter.text().strip().replaceAll("([!%_])", "!$1") + "%");
        }
        filter.state().ifPresent(state -> {
            conditions.add("s.state = ?");
            parameters.add(state.name());
        });
        filter.customer().ifPresent(customer -> {
            conditions.add("s.customer_id = ?");
            parameters.add(customer.value());
        });
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        String column = switch (request.sort()) {
            case NAME -> "s.name";
            case NEXT -> "s.next_on";
            case CREATED -> "s.created_at";
        };
        String direction = request.ascending() ? " ASC" : " DESC";
        List<Schedule> rows = query(where + " ORDER BY " + column + " IS NULL, " + column + direction + ", s.id" + direction + " LIMIT "
                + request.limit() + " OFFSET " + request.offset(), parameters);
        return new Page<>(rows, count(where, parameters));
    }

    private long count(String where, List<Object> parameters) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM recurring_schedule s" + where)) {
                Sql.bind(select, parameters);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    private List<Schedule> query(String rest, List<Object> parameters) {
        return Sql.select(entities, SELECT + rest, this::schedule, parameters);
    }

    private Schedule schedule(ResultSet row) throws SQLException {
        int times = row.getInt("times");
        Rhythm rhythm = new Rhythm(RhythmUnit.valueOf(row.getString("rhythm_unit")), row.getInt("every_n"), row.getInt("day_of_month"),
                ShortMonth.valueOf(row.getString("short_month")));
        Recurrence recurrence = new Recurrence(row.getObject("start_on", LocalDate.class), rhythm,
                Optional.ofNullable(row.getObject("until_on", LocalDate.class)), times == 0 ? Optional.empty() : Optional.of(times));
        ScheduleDetails details = new ScheduleDetails(row.getString("name"), json.read(row.getString("template"), DraftInvoice.class),
                recurrence, RecurringMode.valueOf(row.getString("mode")));
        return new Schedule(new ScheduleId(row.getLong("id")), details, row.getString("customer_name"),
                Money.ofMinor(row.getLong("gross_minor"), row.getString("currency")), ScheduleState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("next_on", LocalDate.class)), row.getTimestamp("created_at").toInstant());
    }

    private void set(PreparedStatement statement, Schedule schedule) throws SQLException {
        ScheduleDetails details = schedule.details();
        Recurrence recurrence = details.recurrence();
        CustomerId customer = details.template().customer();
        statement.setString(1, details.name());
        statement.setLong(2, customer.value());
        statement.setString(3, json.write(details.template()));
        statement.setString(4, schedule.gross().currency().getCurrencyCode());
        statement.setLong(5, schedule.gross().minorUnits());
        statement.setObject(6, recurrence.start());
        statement.setString(7, recurrence.rhythm().unit().name());
        statement.setInt(8, recurrence.rhythm().every());
        statement.setInt(9, recurrence.rhythm().dayOfMonth());
        statement.setString(10, recurrence.rhythm().shortMonth().name());
        statement.setObject(11, recurrence.until().orElse(null));
        statement.setObject(12, recurrence.times().orElse(null));
        statement.setString(13, details.mode().name());
        statement.setString(14, schedule.state().name());
        statement.setObject(15, schedule.next().orElse(null));
        statement.setString(16, details.name() + "\n" + schedule.customerName());
        statement.setLong(17, schedule.id().value());
    }
}
