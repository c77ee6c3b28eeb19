package io.quittance.webhook.control;

import io.quittance.Page;
import io.quittance.tenancy.Sql;
import io.quittance.webhook.AttemptRow;
import io.quittance.webhook.DeliveryRow;
import io.quittance.webhook.DeliveryState;
import io.quittance.webhook.DeliveryView;
import io.quittance.webhook.EndpointId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the delivery log for people. */
@ApplicationScoped
public class DeliveryQueries {

    private static final String FROM = " FROM webhook_delivery d JOIN webhook_event v ON v.id = d.event_id WHERE ";
    private static final String COLUMNS = "SELECT d.id, d.endpoint_id, v.id AS event_id, v.event_type, d.state, d.attempts, d.last_status,"
            + " d.next_at, d.note, d.created_at, d.finished_at, v.payload" + FROM;
    private static final int MOST_TRIES = 100;

    @Inject
    EntityManager entities;

    /** Newest first. @param states empty for all */
    public Page<DeliveryRow> page(EndpointId endpoint, Set<DeliveryState> states, int offset, int limit) {
        List<Object> values = new ArrayList<>(List.of(endpoint.value()));
        String where = "d.endpoint_id = ?";
        if (!states.isEmpty()) {
            where += " AND d.state IN (" + Sql.marks(states.size()) + ")";
            states.forEach(state -> values.add(state.name()));
        }
        String condition = where;
        return Sql.call(entities, connection -> {
            List<DeliveryRow> rows = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + condition + " ORDER BY d.id DESC LIMIT " + limit
                    + " OFFSET " + offset); ResultSet row = run(select, values)) {
                while (row.next()) {
                    rows.add(row(row));
                }
            }
            try (PreparedStatement count = connection.prepareStatement("SELECT COUNT(*)" + FROM + condition);
                    ResultSet row = run(count, values)) {
                row.next();
                return new Page<>(rows, row.getLong(1));
            }
        });
    }

    public Optional<DeliveryView> find(long id) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + "d.id = ?");
                    ResultSet row = run(select, List.of(id))) {
                return row.next() ? Optional.of(new DeliveryView(row(row), row.getString("payload"), tries(connection, id)))
                        : Optional.empty();
            }
        });
    }

    private static List<AttemptRow> tries(Connection connection, long id) throws SQLException {
        List<AttemptRow> tries = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT started_at, took_millis, http_status, response, trouble"
                + " FROM webhook_attempt WHERE delivery_id = ? ORDER BY id DESC LIMIT " + MOST_TRIES);
                ResultSet row = run(select, List.of(id))) {
            while (row.next()) {
                tries.add(new AttemptRow(row.getTimestamp(1).toInstant(), Duration.ofMillis(row.getInt(2)), status(row, "http_status"),
                        row.getString(4), row.getString(5)));
            }
        }
        return tries;
    }

    private static ResultSet run(PreparedStatement select, List<?> values) throws SQLException {
        Sql.bind(select, values);
        return select.executeQuery();
    }

    private static DeliveryRow row(ResultSet row) throws SQLException {
        DeliveryState state = DeliveryState.valueOf(row.getString("state"));
        Optional<Instant> next = state == DeliveryState.WAITING ? Optional.of(row.getTimestamp("next_at").toInstant()) : Optional.empty();
        return new DeliveryRow(row.getLong("id"), new EndpointId(row.getLong("endpoint_id")), Payload.name(row.getLong("event_id")),
                row.getString("event_type"), state, row.getInt("attempts"), status(row, "last_status"), next, row.getString("note"),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant));
    }

    private static OptionalInt status(ResultSet row, String column) throws SQLException {
        int status = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(status);
    }
}
