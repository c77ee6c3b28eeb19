package io.quittance.webhook.control;

import io.quittance.tenancy.SecretPlace;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.boundary.Secrets;
import io.quittance.webhook.Endpoint;
import io.quittance.webhook.EndpointDetails;
import io.quittance.webhook.EndpointId;
import io.quittance.webhook.EndpointState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table of endpoints. Secrets lie in it sealed. */
@ApplicationScoped
public class EndpointRows {

    private static final String SELECT = "SELECT e.id, e.url, e.description, e.contact, e.event_types, e.state, e.failing_since,"
            + " e.old_secret_until, e.created_at,"
            + " (SELECT COUNT(*) FROM webhook_delivery d WHERE d.endpoint_id = e.id AND d.state = 'WAITING') AS waiting,"
            + " (SELECT COUNT(*) FROM webhook_delivery d WHERE d.endpoint_id = e.id AND d.state = 'DEAD') AS dead"
            + " FROM webhook_endpoint e";

    @Inject
    EntityManager entities;
    @Inject
    Secrets secrets;
    @Inject
    Clock clock;

    public List<Endpoint> all() {
        return select(" ORDER BY e.created_at, e.id", Optional.empty());
    }

    public Optional<Endpoint> find(EndpointId id) {
        return select(" WHERE e.id = ?", Optional.of(id)).stream().findFirst();
    }

    public Optional<Endpoint> lock(EndpointId id) {
        Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM webhook_endpoint WHERE id = ? FOR UPDATE")) {
                select.setLong(1, id.value());
                return select.executeQuery().next();
            }
        });
        return find(id);
    }

    public void insert(EndpointId id, EndpointDetails details, String secret, String actor) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO webhook_endpoint (url, description, contact,"
                    + " event_types, state, secret, created_at, actor, id) VALUES (?, ?, ?, ?, 'ACTIVE', ?, ?, ?, ?)")) {
                bind(insert, details);
                insert.setBytes(5, seal(id, "secret", secret));
                insert.setTimestamp(6, Timestamp.from(clock.instant()));
                insert.setString(7, actor);
                insert.setLong(8, id.value());
                return insert.executeUpdate();
            }
        });
    }

    public void update(EndpointId id, EndpointDetails details) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE webhook_endpoint SET url = ?, description = ?, contact = ?, event_types = ? WHERE id = ?")) {
                bind(update, details);
                update.setLong(5, id.value());
                return update.executeUpdate();
            }
        });
    }

    private static void bind(PreparedStatement statement, EndpointDetails details) throws SQLException {
        statement.setString(1, details.url());
        statement.setString(2, details.description());
        statement.setString(3, details.contact());
        statement.setString(4, String.join(" ", details.sortedTypes()));
    }

    /** Switched on again, it starts with a clean record. */
    public void move(EndpointId id, EndpointState state) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE webhook_endpoint SET state = ?"
                    + (state == EndpointState.ACTIVE ? ", failing_since = NULL" : "") + " WHERE id = ?")) {
                update.setString(1, state.name());
                update.setLong(2, id.value());
                return update.executeUpdate();
            }
        });
    }

    /** Together with all that was meant for it. */
    public void delete(EndpointId id) {
        Sql.call(entities, connection -> {
            for (String statement : List.of("DELETE FROM webhook_delivery WHERE endpoint_id = ?",
                    "DELETE FROM webhook_endpoint WHERE id = ?")) {
                try (PreparedStatement delete = connection.prepareStatement(statement)) {
                    delete.setLong(1, id.value());
                    delete.executeUpdate();
                }
            }
            return null;
        });
    }

    /** From now on the new secret signs, and until then the old one, too. */
    public void rotate(EndpointId id, String secret, Instant oldUntil) {
        Sql.call(entities, connection -> {
            String before = secrets(connection, id).getFirst();
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE webhook_endpoint SET secret = ?, old_secret = ?, old_secret_until = ? WHERE id = ?")) {
                update.setBytes(1, seal(id, "secret", secret));
                update.setBytes(2, seal(id, "old_secret", before));
                update.setTimestamp(3, Timestamp.from(oldUntil));
                update.setLong(4, id.value());
                return update.executeUpdate();
            }
        });
    }

    /** The secrets that sign now, the newest first. */
    List<String> secrets(Connection connection, EndpointId id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT secret, old_secret, old_secret_until FROM webhook_endpoint WHERE id = ?")) {
            select.setLong(1, id.value());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                List<String> found = new ArrayList<>(List.of(open(id, "secret", row.getBytes(1))));
                Timestamp until = row.getTimestamp(3);
                if (until != null && until.toInstant().isAfter(clock.instant())) {
                    found.add(open(id, "old_secret", row.getBytes(2)));
                }
                return found;
            }
        }
    }

    /** A success ends what was failing; a failure begins it, unless it has begun. @return since when it is failing now */
    Optional<Instant> health(EndpointId id, boolean good) {
        return Sql.call(entities, connection -> {
            String set = good ? "failing_since = NULL WHERE failing_since IS NOT NULL AND id = ?"
                    : "failing_since = COALESCE(failing_since, ?) WHERE id = ?";
            try (PreparedStatement update = connection.prepareStatement("UPDATE webhook_endpoint SET " + set)) {
                if (good) {
                    update.setLong(1, id.value());
                } else {
                    update.setTimestamp(1, Timestamp.from(clock.instant()));
                    update.setLong(2, id.value());
                }
                update.executeUpdate();
            }
            return good ? Optional.empty() : find(id).flatMap(Endpoint::failingSince);
        });
    }

    private byte[] seal(EndpointId id, String column, String secret) {
        return secrets.seal(place(id, column), secret.getBytes(StandardCharsets.US_ASCII));
    }

    private String open(EndpointId id, String column, byte[] sealed) {
        return new String(secrets.open(place(id, column), sealed), StandardCharsets.US_ASCII);
    }

    private static SecretPlace place(EndpointId id, String column) {
        return new SecretPlace("webhook_endpoint", column, id.toString());
    }

    private List<Endpoint> select(String rest, Optional<EndpointId> id) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + rest)) {
                if (id.isPresent()) {
                    select.setLong(1, id.get().value());
                }
                List<Endpoint> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(endpoint(row));
                    }
                }
                return found;
            }
        });
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        return new Endpoint(new EndpointId(row.getLong("id")), new EndpointDetails(row.getString("url"), row.getString("description"),
                row.getString("contact"), Set.of(row.getString("event_types").split(" "))), EndpointState.valueOf(row.getString("state")),
                instant(row, "failing_since"), instant(row, "old_secret_until"), row.getTimestamp("created_at").toInstant(),
                row.getLong("waiting"), row.getLong("dead"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
