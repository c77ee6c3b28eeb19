package io.quittance.banking.control;

import io.quittance.Page;
import io.quittance.access.CurrentActor;
import io.quittance.banking.BankFile;
import io.quittance.banking.BatchId;
import io.quittance.banking.BatchKind;
import io.quittance.banking.BatchRow;
import io.quittance.banking.BatchState;
import io.quittance.plugin.InstallationId;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Batches and their files. A state is left by one conditional update. */
@ApplicationScoped
public class BatchRows {

    private static final String SELECT = "SELECT b.id, b.kind, b.state, b.message, b.created_at, b.created_by, b.decided_at, b.decided_by,"
            + " COALESCE(SUM(o.state <> 'DROPPED'), 0) AS orders,"
            + " COALESCE(SUM(CASE WHEN o.state <> 'DROPPED' THEN o.amount_minor ELSE 0 END), 0) AS sum_minor,"
            + " COALESCE(SUM(o.state IN ('SETTLED', 'RETURNED', 'REJECTED')), 0) AS ended,"
            + " COALESCE(SUM(o.state IN ('RETURNED', 'REJECTED')), 0) AS troubled"
            + " FROM bank_batch b LEFT JOIN bank_order o ON o.batch_id = b.id";
    /** Orders of the schemes are in euro, all of them. */
    private static final String EURO = "EUR";

    @Inject
    EntityManager entities;
    @Inject
    CurrentActor actor;
    @Inject
    Clock clock;

    void add(BatchId id, String key, BatchKind kind, InstallationId installation, String message) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO bank_batch (id, request_key, kind, state,"
                    + " installation, message, created_at, created_by) VALUES (?, ?, ?, 'PREPARED', ?, ?, ?, ?)")) {
                insert.setLong(1, id.value());
                insert.setString(2, key);
                insert.setString(3, kind.name());
                insert.setString(4, installation.value());
                insert.setString(5, message);
                insert.setTimestamp(6, Timestamp.from(clock.instant()));
                insert.setString(7, actor.get().label());
                return insert.executeUpdate();
            }
        });
    }

    /** Keeps everybody else from deciding on it until the unit ends. */
    boolean lock(BatchId id) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT id FROM bank_batch WHERE id = ? FOR UPDATE")) {
                select.setLong(1, id.value());
                try (ResultSet row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    /** @return false, changing nothing, unless it waits */
    boolean decide(BatchId id, BatchState state) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE bank_batch SET state = ?, decided_at = ?, decided_by = ? WHERE id = ? AND state = 'PREPARED'")) {
                update.setString(1, state.name());
                update.setTimestamp(2, Timestamp.from(clock.instant()));
                update.setString(3, actor.get().label());
                update.setLong(4, id.value());
                return update.executeUpdate() == 1;
            }
        });
    }

    void keep(BatchId id, BankFile file) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO bank_file (batch_id, name, media_type, sha256, content, written_at) VALUES (?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, id.value());
                insert.setString(2, file.name());
                insert.setString(3, file.mediaType());
                insert.setString(4, file.sha256());
                insert.setBytes(5, file.content());
                insert.setTimestamp(6, Timestamp.from(clock.instant()));
                return insert.executeUpdate();
            }
        });
    }

    public Optional<BankFile> file(BatchId id) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT name, media_type, sha256, content FROM bank_file WHERE batch_id = ?")) {
                select.setLong(1, id.value());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new BankFile(row.getString(1), row.getString(2), row.getString(3), row.getBytes(4)))
                            : Optional.empty();
                }
            }
        });
    }

    Optional<InstallationId> installation(BatchId id) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT installation FROM bank_batch WHERE id = ?")) {
                select.setLong(1, id.value());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new InstallationId(row.getString(1))) : Optional.empty();
                }
            }
        });
    }

    public Optional<BatchRow> find(BatchId id) {
        return select(" WHERE b.id = ? GROUP BY b.id", id.value()).stream().findFirst();
    }

    Optional<BatchRow> byKey(String key) {
        return select(" WHERE b.request_key = ? GROUP BY b.id", key).stream().findFirst();
    }

    /** Newest first. */
    public Page<BatchRow> page(int offset, int limit) {
        long total = Sql.call(entities, connection -> {
            try (PreparedStatement count = connection.prepareStatement("SELECT COUNT(*) FROM bank_batch");
                    ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
        return new Page<>(select(" GROUP BY b.id ORDER BY b.id DESC LIMIT ? OFFSET ?", limit, offset), total);
    }

    private List<BatchRow> select(String condition, Object... values) {
        return Sql.select(entities, SELECT + condition, BatchRows::batch, values);
    }

    private static BatchRow batch(ResultSet row) throws SQLException {
        return new BatchRow(new BatchId(row.getLong("id")), BatchKind.valueOf(row.getString("kind")),
                BatchState.valueOf(row.getString("state")), row.getString("message"), row.getInt("orders"),
                Money.ofMinor(row.getLong("sum_minor"), EURO), row.getInt("ended"), row.getInt("troubled"),
                row.getTimestamp("created_at").toInstant(), row.getString("created_by"),
                Optional.ofNullable(row.getTimestamp("decided_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("decided_by")));
    }
}
