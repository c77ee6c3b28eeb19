package io.quittance.order.control;

import io.quittance.config.Json;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelId;
import io.quittance.order.ChannelKind;
import io.quittance.order.ChannelSettings;
import io.quittance.tenancy.SecretPlace;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.boundary.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The table of channels' accounts. */
@ApplicationScoped
public class ChannelRows {

    private static final String SELECT = "SELECT id, kind, active, settings, secret_names, created_at FROM order_channel";

    @Inject
    EntityManager entities;
    @Inject
    Secrets secrets;
    @Inject
    Json json;

    public void add(ChannelAccount account) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO order_channel (id, kind, name, active, settings,"
                    + " secret_names, created_at) VALUES (?, ?, ?, ?, ?, '', ?)")) {
                insert.setLong(1, account.id().value());
                insert.setString(2, account.kind().name());
                insert.setString(3, account.name());
                insert.setBoolean(4, account.active());
                insert.setString(5, json.write(account.settings()));
                insert.setTimestamp(6, Timestamp.from(account.createdAt()));
                return insert.executeUpdate();
            }
        });
    }

    public void change(ChannelId id, ChannelSettings settings) {
        update("UPDATE order_channel SET name = ?, settings = ? WHERE id = ?", settings.name(), json.write(settings), id.value());
    }

    public void activate(ChannelId id, boolean active) {
        update("UPDATE order_channel SET active = ? WHERE id = ?", active, id.value());
    }

    public void keepSecrets(ChannelId id, Map<String, String> values) {
        byte[] sealed = values.isEmpty() ? null : secrets.seal(place(id), json.write(values).getBytes(StandardCharsets.UTF_8));
        update("UPDATE order_channel SET secrets = ?, secret_names = ? WHERE id = ?", sealed,
                String.join(",", new TreeSet<>(values.keySet())), id.value());
    }

    /** Opened. */
    public Map<String, String> secrets(ChannelId id) {
        Optional<byte[]> sealed = Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT secrets FROM order_channel WHERE id = ?")) {
                select.setLong(1, id.value());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.<byte[]>empty();
                }
            }
        });
        return sealed.map(bytes -> json.readTexts(new String(secrets.open(place(id), bytes), StandardCharsets.UTF_8))).orElse(Map.of());
    }

    public Optional<ChannelAccount> find(ChannelId id) {
        return select(SELECT + " WHERE id = ?", id.value()).stream().findFirst();
    }

    /** Held until the unit ends, so that whoever keeps orders of one account does so one after the other. */
    public Optional<ChannelAccount> lock(ChannelId id) {
        return select(SELECT + " WHERE id = ? FOR UPDATE", id.value()).stream().findFirst();
    }

    /** Lets one at a time make the first account of a kind. */
    public void takeTurn() {
        select(SELECT + " WHERE id >= ? ORDER BY id FOR UPDATE", 0L);
    }

    /** Who has that name. */
    public Optional<ChannelId> named(String name) {
        return select(SELECT + " WHERE name = ?", name).stream().map(ChannelAccount::id).findFirst();
    }

    /** By name. */
    public List<ChannelAccount> all() {
        return select(SELECT + " WHERE id >= ? ORDER BY name", 0L);
    }

    private void update(String statement, Object... values) {
        Sql.update(entities, statement, values);
    }

    private List<ChannelAccount> select(String statement, Object value) {
        return Sql.select(entities, statement, this::account, value);
    }

    private ChannelAccount account(ResultSet row) throws SQLException {
        String names = row.getString("secret_names");
        return new ChannelAccount(new ChannelId(row.getLong("id")), ChannelKind.valueOf(row.getString("kind")), row.getBoolean("active"),
                json.read(row.getString("settings"), ChannelSettings.class), names.isEmpty() ? Set.of() : Set.of(names.split(",")),
                row.getTimestamp("created_at").toInstant());
    }

    private static SecretPlace place(ChannelId id) {
        return new SecretPlace("order_channel", "secrets", id.toString());
    }
}
