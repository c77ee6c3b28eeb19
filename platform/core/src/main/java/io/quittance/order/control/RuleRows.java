package io.quittance.order.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quittance.access.CurrentActor;
import io.quittance.config.DataFiles;
import io.quittance.customer.CustomerId;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelId;
import io.quittance.order.ChannelKind;
import io.quittance.order.RuleSet;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The rules of channels' accounts and of customers there, each version kept. */
@ApplicationScoped
public class RuleRows {

    private static final long NOBODY = 0;

    private final Map<ChannelKind, RuleSet> beginnings = new ConcurrentHashMap<>();

    @Inject
    EntityManager entities;
    @Inject
    DataFiles files;
    @Inject
    CurrentActor actor;
    @Inject
    Clock clock;

    /** What a new account of that kind begins with. */
    public RuleSet beginning(ChannelKind kind) {
        return beginnings.computeIfAbsent(kind, this::read);
    }

    private RuleSet read(ChannelKind kind) {
        JsonNode file = files.yaml("orders/rules.yaml", JsonNode.class);
        RuleSet all = set(file.path("rules"), JsonNodeFactory.instance.arrayNode());
        JsonNode own = file.path("channels").path(kind.name());
        return own.isMissingNode() ? all : all.with(set(own.path("rules"), own.path("off")));
    }

    private static RuleSet set(JsonNode rules, JsonNode off) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("rules", rules);
        node.set("off", off);
        return RuleJson.of(node);
    }

    /** As they were set, else as an account of its kind begins. */
    public RuleSet of(ChannelAccount account) {
        return newest(account.id(), NOBODY).orElseGet(() -> beginning(account.kind()));
    }

    /** What is different for that customer there. */
    public RuleSet own(ChannelId channel, CustomerId customer) {
        return newest(channel, customer.value()).orElse(RuleSet.NONE);
    }

    /** What is different for customers there, by customer; only where something is. */
    public Map<CustomerId, RuleSet> own(ChannelId channel) {
        Map<CustomerId, RuleSet> found = new LinkedHashMap<>();
        Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT r.customer_id, r.rules FROM order_rules r WHERE"
                    + " r.channel_id = ? AND r.customer_id <> 0 AND r.version = (SELECT MAX(n.version) FROM order_rules n WHERE"
                    + " n.channel_id = r.channel_id AND n.customer_id = r.customer_id) ORDER BY r.customer_id")) {
                select.setLong(1, channel.value());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.put(new CustomerId(row.getLong(1)), RuleJson.read(row.getString(2)));
                    }
                }
                return found;
            }
        });
        found.values().removeIf(RuleSet.NONE::equals);
        return found;
    }

    /** @param customer empty for the account's own rules */
    public void put(ChannelId channel, Optional<CustomerId> customer, RuleSet rules) {
        long whose = customer.map(CustomerId::value).orElse(NOBODY);
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO order_rules (channel_id, customer_id, version, rules,"
                    + " created_at, actor) SELECT ?, ?, COALESCE(MAX(version), 0) + 1, ?, ?, ? FROM order_rules"
                    + " WHERE channel_id = ? AND customer_id = ?")) {
                insert.setLong(1, channel.value());
                insert.setLong(2, whose);
                insert.setString(3, RuleJson.write(rules));
                insert.setTimestamp(4, Timestamp.from(clock.instant()));
                insert.setString(5, actor.get().label());
                insert.setLong(6, channel.value());
                insert.setLong(7, whose);
                return insert.executeUpdate();
            }
        });
    }

    private Optional<RuleSet> newest(ChannelId channel, long customer) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT rules FROM order_rules WHERE channel_id = ? AND customer_id = ? ORDER BY version DESC LIMIT 1")) {
                select.setLong(1, channel.value());
                select.setLong(2, customer);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(RuleJson.read(row.getString(1))) : Optional.<RuleSet>empty();
                }
            }
        });
    }
}
