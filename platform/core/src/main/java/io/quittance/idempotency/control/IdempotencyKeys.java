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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys of a tenant, for ever: a key that expired would let an old request happen twice. */
@ApplicationScoped
public class IdempotencyKeys {

    private static final int TRIES = 3;

    @Inject
    EntityManager entities;
    @Inject
    Clock clock;

    /** True when the key is new; otherwise waits for the unit that holds it, if one is open. */
    public boolean claim(IdempotentRequest request) {
        return Sql.call(entities, connection -> {
            // a key that is taken undoes this statement alone
            try {
                insert(connection, List.of(request));
                return true;
            } catch (SQLException refused) {
                if (!SqlFailure.isDuplicateKey(refused)) {
                    throw refused;
                }
                return false;
            }
        });
    }

    /**
     * Claims those of the keys that are new, which must differ; waits like {@link #claim}.
     *
     * @return the keys that are claimed now
     */
    public Set<String> claimAll(List<IdempotentRequest> requests) {
        // everybody in one order, so that two groups never wait for each other
        List<IdempotentRequest> missing = requests.stream().sorted(Comparator.comparing(IdempotentRequest::key)).toList();
        for (int attempt = 1; !missing.isEmpty(); attempt++) {
            try {
                List<IdempotentRequest> wanted = missing;
                Sql.call(entities, connection -> {
                    insert(connection, wanted);
                    return null;
                });
                return wanted.stream().map(IdempotentRequest::key).collect(Collectors.toSet());
            } catch (SqlFailure refused) {
                // nothing of the one statement stands
                if (!refused.isDuplicateKey() || attempt == TRIES) {
                    throw refused;
                }
                Set<String> known = known(missing);
                missing = missing.stream().filter(request -> !known.contains(request.key())).toList();
            }
        }
        return Set.of();
    }

    private Set<String> known(List<IdempotentRequest> requests) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT request_key FROM idempotency_key WHERE request_key IN ("
                    + Sql.marks(requests.size()) + ")")) {
                for (int i = 0; i < requests.size(); i++) {
                    select.setString(i + 1, requests.get(i).key());
                }
                Set<String> found = new HashSet<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getString(1));
                    }
                }
                return found;
            }
        });
    }

    private void insert(Connection connection, List<IdempotentRequest> requests) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO idempotency_key (request_key, digest, claimed_at) VALUES (?, ?, ?)")) {
            Timestamp now = Timestamp.from(clock.instant());
            for (IdempotentRequest request : requests) {
                insert.setString(1, request.key());
                insert.setString(2, request.digest());
                insert.setTimestamp(3, now);
                insert.addBatch();
            }
            insert.executeBatch();
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
        keepAll(Map.of(request.key(), answer));
    }

    /** @param answers by the keys that they belong to */
    public void keepAll(Map<String, StoredAnswer> answers) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO idempotency_answer (request_key, status, location, body) VALUES (?, ?, ?, ?)")) {
                for (Map.Entry<String, StoredAnswer> answer : answers.entrySet()) {
                    insert.setString(1, answer.getKey());
                    insert.setInt(2, answer.getValue().status());
                    insert.setString(3, answer.getValue().location());
                    insert.setString(4, answer.getValue().body());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }
}
