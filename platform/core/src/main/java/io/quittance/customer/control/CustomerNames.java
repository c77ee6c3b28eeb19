package io.quittance.customer.control;

import io.quittance.customer.CustomerId;
import io.quittance.customer.NameKey;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds customers by what they are called, by index. */
@ApplicationScoped
public class CustomerNames {

    /** In one question. */
    private static final int KEYS = 2_000;

    @Inject
    EntityManager entities;

    public Map<CustomerId, String> called(Collection<String> keys) {
        complete();
        Map<CustomerId, String> found = new LinkedHashMap<>();
        Sql.chunks(keys, KEYS).forEach(some -> read(some).forEach(each -> found.put(each.getKey(), each.getValue())));
        return found;
    }

    private List<Map.Entry<CustomerId, String>> read(List<String> keys) {
        return Sql.select(entities, "SELECT id, name FROM customer WHERE name_key IN (" + Sql.marks(keys.size()) + ")",
                row -> Map.entry(new CustomerId(row.getLong(1)), row.getString(2)), keys);
    }

    /** Gives their key to customers from before there were keys. */
    private void complete() {
        Sql.call(entities, connection -> {
            Map<Long, String> keys = new LinkedHashMap<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT id, name FROM customer WHERE name_key IS NULL");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.put(row.getLong(1), NameKey.of(row.getString(2)));
                }
            }
            Sql.each(connection, "UPDATE customer SET name_key = ? WHERE id = ?", keys.entrySet(), (update, key) -> {
                update.setString(1, key.getValue());
                update.setLong(2, key.getKey());
            });
            return null;
        });
    }

    public long count() {
        return entities.createQuery("SELECT COUNT(c) FROM CustomerRecord c", Long.class).getSingleResult();
    }
}
