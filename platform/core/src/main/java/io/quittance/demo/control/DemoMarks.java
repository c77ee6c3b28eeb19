package io.quittance.demo.control;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.Sql;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;

/** Remembers in the tenant's own settings that the demo's story was told to its end. */
@Boundary
public class DemoMarks {

    private static final String NAME = "demo.told";

    @Inject
    EntityManager entities;

    @Requires(Permission.SYSTEM)
    public boolean isTold() {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT value FROM setting WHERE name = ?")) {
                select.setString(1, NAME);
                return select.executeQuery().next();
            }
        });
    }

    @Requires(Permission.SYSTEM)
    public void told() {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO setting (name, value) VALUES (?, 'yes')")) {
                insert.setString(1, NAME);
                return insert.executeUpdate();
            }
        });
    }
}
