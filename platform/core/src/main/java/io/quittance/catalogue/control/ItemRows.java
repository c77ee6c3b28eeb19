package io.quittance.catalogue.control;

import io.quittance.Page;
import io.quittance.catalogue.Item;
import io.quittance.catalogue.ItemDetails;
import io.quittance.catalogue.ItemFilter;
import io.quittance.catalogue.ItemId;
import io.quittance.catalogue.ItemSort;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads and writes items and their prices. */
@ApplicationScoped
public class ItemRows {

    private static final String SELECT = "SELECT id, code, name, description, unit, tax_category, tax_percent, active,"
            + " created_at, price_mode FROM item";

    @Inject
    EntityManager entities;

    /** A row of the table, still without its prices. */
    private record Bare(ItemId id, String code, String name, String description, String unit, TaxRate tax, boolean active,
            Timestamp createdAt, PriceMode mode) {

        Item with(Map<String, BigDecimal> prices) {
            return new Item(id, new ItemDetails(code, name, description, unit, prices, tax, mode), active, createdAt.toInstant());
        }
    }

    public void add(List<Item> items) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO item (id, code, name, description, unit, tax_category,"
                    + " tax_percent, search_text, price_mode, active, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (Item item : items) {
                    insert.setLong(1, item.id().value());
                    details(insert, 2, item.details());
                    insert.setBoolean(10, item.active());
                    insert.setTimestamp(11, Timestamp.from(item.createdAt()));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            prices(connection, items);
            return null;
        });
    }

    public void change(ItemId id, ItemDetails details) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE item SET code = ?, name = ?, description = ?, unit = ?,"
                    + " tax_category = ?, tax_percent = ?, search_text = ?, price_mode = ? WHERE id = ?");
                    PreparedStatement clear = connection.prepareStatement("DELETE FROM item_price WHERE item_id = ?")) {
                details(update, 1, details);
                update.setLong(9, id.value());
                update.executeUpdate();
                clear.setLong(1, id.value());
                clear.executeUpdate();
            }
            prices(connection, List.of(new Item(id, details, true, null)));
            return null;
        });
    }

    public void activate(ItemId id, boolean active) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE item SET active = ? WHERE id = ?")) {
                update.setBoolean(1, active);
                update.setLong(2, id.value());
                return update.executeUpdate();
            }
        });
    }

    /** Keeps everybody else from changing it until the unit ends. */
    public Optional<Item> lock(ItemId id) {
        return query(" WHERE id = ? FOR UPDATE", List.of(id.value())).stream().findFirst();
    }

    public Optional<Item> find(ItemId id) {
        return query(" WHERE id = ?", List.of(id.value())).stream().findFirst();
    }

    /** Those with one of the codes, by code as it was asked for in lower case. */
    public Map<String, Item> byCode(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        Map<String, Item> found = new HashMap<>();
        query(" WHERE code IN (" + Sql.marks(codes.size()) + ")", List.copyOf(codes))
                .forEach(item -> found.put(item.code().toLowerCase(Locale.ROOT), item));
        return found;
    }

    public Page<Item> page(ItemFilter filter, Page.Request<ItemSort> request) {
        List<String> conditions = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        if (!filter.text().isBlank()) {
            conditions.add("search_text LIKE ? ESCAPE '!'");
            parameters.add("%" + filter.text().strip().replaceAll("([!%_])", "!$1") + "%");
        }
        filter.active().ifPresent(active -> {
            conditions.add("active = ?");
            parameters.add(active);
        });
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        String column = switch (request.sort()) {
            case CODE -> "code";
            case NAME -> "name";
            case CREATED -> "created_at";
        };
        String direction = request.ascending() ? " ASC" : " DESC";
        List<Item> rows = query(where + " ORDER BY " + column + direction + ", id" + direction + " LIMIT " + request.limit()
                + " OFFSET " + request.offset(), parameters);
        return new Page<>(rows, count(where, parameters));
    }

    private long count(String where, List<Object> parameters) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM item" + where)) {
                Sql.bind(select, parameters);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    private List<Item> query(String rest, List<?> parameters) {
        return Sql.call(entities, connection -> {
            List<Bare> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(SELECT + rest)) {
                Sql.bind(select, parameters);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Bare(new ItemId(row.getLong(1)), row.getString(2), row.getString(3), row.getString(4),
                                row.getString(5), new TaxRate(TaxCategory.valueOf(row.getString(6)), row.getBigDecimal(7)),
                                row.getBoolean(8), row.getTimestamp(9), PriceMode.valueOf(row.getString(10))));
                    }
                }
            }
            Map<Long, Map<String, BigDecimal>> prices = pricesOf(connection, found.stream().map(bare -> bare.id().value()).toList());
            return found.stream().map(bare -> bare.with(prices.getOrDefault(bare.id().value(), Map.of()))).toList();
        });
    }

    private static Map<Long, Map<String, BigDecimal>> pricesOf(Connection connection, List<Long> items) throws SQLException {
        if (items.isEmpty()) {
            return Map.of();
        }
        Map<Long, Map<String, BigDecimal>> prices = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT item_id, currency, price FROM item_price WHERE item_id IN ("
                + Sql.marks(items.size()) + ")")) {
            Sql.bind(select, items);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    prices.computeIfAbsent(row.getLong(1), id -> new TreeMap<>()).put(row.getString(2), row.getBigDecimal(3));
                }
            }
        }
        return prices;
    }

    private static void prices(Connection connection, List<Item> items) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO item_price (item_id, currency, price) VALUES (?, ?, ?)")) {
            for (Item item : items) {
                for (Map.Entry<String, BigDecimal> price : item.details().prices().entrySet()) {
                    insert.setLong(1, item.id().value());
                    insert.setString(2, price.getKey());
                    insert.setBigDecimal(3, price.getValue());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void details(PreparedStatement statement, int first, ItemDetails item) throws SQLException {
        statement.setString(first, item.code());
        statement.setString(first + 1, item.name());
        statement.setString(first + 2, item.description());
        statement.setString(first + 3, item.unit());
        statement.setString(first + 4, item.tax().category().name());
        statement.setBigDecimal(first + 5, item.tax().percent());
        statement.setString(first + 6, item.code() + "\n" + item.name());
        statement.setString(first + 7, item.mode().name());
    }
}
