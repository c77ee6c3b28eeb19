package io.quittance.idempotency.control;

import io.quittance.idempotency.IdempotentRequest;
import io.quittance.idempotency.StoredAnswer;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

/** The keys of a tenant, for ever: a key that expired would let an old request happen twice. */
@ApplicationScoped
public class IdempotencyKeys {

    @Inject
    EntityManager entities;
    @Inject
    Clock clock;

    /** True when the key is new; otherwise waits for the unit that holds it, if one is open. */
    public boolean claim(IdempotentRequest request) {
        return Sql.call(entities, connection -> {
            // a key that is taken undoes this statement alone
            try {
                insert(connection, request);
                return true;
            } catch (SQLException refused) {
                if (!SqlFailure.isDuplicateKey(refused)) {
                    throw refused;
                }
                return false;
            }
        });
    }

    private void insert(Connection connection, IdempotentRequest request) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO idempotency_key (request_key, digest, claimed_at) VALUES (?, ?, ?)")) {
            insert.setString(1, request.key());
            insert.setString(2, request.digest());
            insert.setTimestamp(3, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
    }

    /** The answer given to the very same request; empty when the key stands for another one. */
    public Optional<StoredAnswer> answer(IdempotentRequest request) {
        return Sql.call(entities, connection -> {
            // A locking read: a plain one could still look at the moment before the key was committed.
            try (PreparedStatement select = connection.prepareStatement("SELECT a.status, a.location, a.body FROM idempotency_key k"
                    + " JOIN idempotency_answer a ON a.request_key = k.request_key WHERE k.request_key = ? AND k.digest = ?"
                    + " LOCK IN SHARE MODE")) {
                select.setString(1, request.key());
                select.setString(2, request.digest());
                try (ResultSet found = select.executeQuery()) {
                    return found.next()
                            ? Optional.of(new StoredAnswer(found.getInt(1), found.getString(2), found.getString(3)))
                            : Optional.empty();
                }
            }
        });
    }

    public void keep(IdempotentRequest request, StoredAnswer answer) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO idempotency_answer (request_key, status, location, body) VALUES (?, ?, ?, ?)")) {
                insert.setString(1, request.key());
                insert.setInt(2, answer.status());
                insert.setString(3, answer.location());
                insert.setString(4, answer.body());
                return insert.executeUpdate();
            }
        });
    }
}
