package io.quittance.bankfeed.control;

import io.quittance.access.CurrentActor;
import io.quittance.bankfeed.ConnectedAccount;
import io.quittance.bankfeed.Connection;
import io.quittance.bankfeed.ConnectionId;
import io.quittance.bankfeed.ConnectionState;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import io.quittance.spi.bankfeed.Grant;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table of consents. */
@ApplicationScoped
public class ConnectionRows {

    private static final int LONGEST_TROUBLE = 500;
    private static final int LONGEST_BANK = 200;

    @Inject
    EntityManager entities;
    @Inject
    AccountRows accounts;
    @Inject
    GrantSeal seal;
    @Inject
    CurrentActor actor;
    @Inject
    Clock clock;

    /** A consent with the secrets of its row. */
    public record Opened(Connection connection, Optional<Grant> grant, Optional<Grant> pending) {
    }

    /** @return false when the key has begun one before */
    boolean add(ConnectionId id, String key, InstallationId installation, PluginId plugin, String bank) {
        return update("INSERT IGNORE INTO feed_connection (id, request_key, installation, plugin, bank, state, failures, trouble,"
                + " created_at, actor) VALUES (?, ?, ?, ?, ?, 'BEGUN', 0, '', ?, ?)", id.value(), key, installation.value(),
                plugin.value(), bank, Timestamp.from(clock.instant()), actor.get().label());
    }

    Optional<ConnectionId> ofKey(String key) {
        return ids("SELECT id FROM feed_connection WHERE request_key = ?", key).stream().findFirst();
    }

    void begun(ConnectionId id, Grant pending, String stateDigest, Instant until) {
        update("UPDATE feed_connection SET pending_sealed = ?, pending_state = ?, pending_until = ? WHERE id = ?",
                seal.seal(id, GrantSeal.PENDING, pending), stateDigest, Timestamp.from(until), id.value());
    }

    /** The consent that waits for that state, which nobody else can end until the unit is over. */
    Optional<Opened> waiting(String stateDigest) {
        return ids("SELECT id FROM feed_connection WHERE pending_state = ? AND pending_until > ? FOR UPDATE", stateDigest,
                Timestamp.from(clock.instant())).stream().findFirst().flatMap(this::open);
    }

    void forgetPending(ConnectionId id) {
        update("UPDATE feed_connection SET pending_sealed = NULL, pending_state = NULL, pending_until = NULL WHERE id = ?", id.value());
    }

    void connected(ConnectionId id, Grant grant, String bank, Optional<Instant> until) {
        forgetPending(id);
        update("UPDATE feed_connection SET state = 'CONNECTED', grant_sealed = ?, bank = ?, consent_until = ?, failures = 0, trouble = ''"
                + " WHERE id = ?", seal.seal(id, GrantSeal.GRANT, grant), bank.substring(0, Math.min(LONGEST_BANK, bank.length())),
                until.map(Timestamp::from).orElse(null), id.value());
    }

    /** Keeps renewed tokens, unless the consent was ended or given anew meanwhile. */
    void keep(ConnectionId id, Grant grant) {
        update("UPDATE feed_connection SET grant_sealed = ? WHERE id = ? AND state = 'CONNECTED'", seal.seal(id, GrantSeal.GRANT, grant),
                id.value());
    }

    void term(ConnectionId id, Optional<Instant> until) {
        update("UPDATE feed_connection SET consent_until = ? WHERE id = ?", until.map(Timestamp::from).orElse(null), id.value());
    }

    /** @return false when it was over already */
    boolean over(ConnectionId id, ConnectionState state, String trouble) {
        return update("UPDATE feed_connection SET state = ?, trouble = ?, next_look = NULL,"
                + " grant_sealed = IF(? = 'ENDED', NULL, grant_sealed) WHERE id = ? AND state <> ? AND state <> 'ENDED'",
                state.name(), cut(trouble), state.name(), id.value(), state.name());
    }

    void worked(ConnectionId id, Instant next) {
        Timestamp now = Timestamp.from(clock.instant());
        update("UPDATE feed_connection SET last_success = ?, next_look = ?, failures = 0, trouble = '' WHERE id = ?"
                + " AND state = 'CONNECTED'", now, Timestamp.from(next), id.value());
    }

    void failed(ConnectionId id, String trouble, Instant next) {
        update("UPDATE feed_connection SET failures = failures + 1, trouble = ?, next_look = ? WHERE id = ? AND state = 'CONNECTED'",
                cut(trouble), Timestamp.from(next), id.value());
    }

    void lookAt(ConnectionId id, Instant next) {
        update("UPDATE feed_connection SET next_look = ? WHERE id = ? AND state = 'CONNECTED'", Timestamp.from(next), id.value());
    }

    /** Those that are to be looked at by then, longest waiting first. */
    List<ConnectionId> due(Instant now) {
        return ids("SELECT id FROM feed_connection WHERE state = 'CONNECTED' AND next_look <= ? ORDER BY next_look", Timestamp.from(now));
    }

    /** When the next one is to be looked at. */
    Optional<Instant> next() {
        return all().stream().filter(each -> each.state() == ConnectionState.CONNECTED).map(Connection::nextLook).flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** Newest first; those that nobody came back for are left out. */
    public List<Connection> all() {
        return ids("SELECT id FROM feed_connection WHERE NOT (state = 'BEGUN' AND (pending_until IS NULL OR pending_until < ?))"
                + " ORDER BY id DESC", Timestamp.from(clock.instant())).stream().map(this::open).flatMap(Optional::stream)
                .map(Opened::connection).toList();
    }

    public Optional<Connection> find(ConnectionId id) {
        return open(id).map(Opened::connection);
    }

    Optional<Opened> open(ConnectionId id) {
        List<ConnectedAccount> theirs = accounts.of(id);
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT * FROM feed_connection WHERE id = ?")) {
                select.setLong(1, id.value());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new Opened(connection(row, theirs), secret(id, row, GrantSeal.GRANT),
                            secret(id, row, GrantSeal.PENDING))) : Optional.empty();
                }
            }
        });
    }

    private Optional<Grant> secret(ConnectionId id, ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).map(sealed -> seal.open(id, column, sealed));
    }

    private static Connection connection(ResultSet row, List<ConnectedAccount> accounts) throws SQLException {
        return new Connection(new ConnectionId(row.getLong("id")), new InstallationId(row.getString("installation")),
                new PluginId(row.getString("plugin")), row.getString("bank"), ConnectionState.valueOf(row.getString("state")),
                time(row, "consent_until"), time(row, "last_success"), time(row, "next_look"), row.getInt("failures"),
                row.getString("trouble"), row.getTimestamp("created_at").toInstant(), accounts);
    }

    static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private List<ConnectionId> ids(String query, Object... values) {
        return Sql.select(entities, query, row -> new ConnectionId(row.getLong(1)), values);
    }

    private boolean update(String statement, Object... values) {
        return Sql.update(entities, statement, values) == 1;
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST_TROUBLE, text.length()));
    }
}
