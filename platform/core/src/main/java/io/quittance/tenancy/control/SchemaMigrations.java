package io.quittance.tenancy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;

/** Brings a schema to the version this build needs. Safe to run twice and to run again after a crash. */
@ApplicationScoped
public class SchemaMigrations {

    @Inject
    DatabaseServer server;

    void platform(String schema, String user, String password) {
        migrate("platform", schema, user, password);
    }

    void tenant(TenantAccount account) {
        migrate("tenant", account.schema(), account.user(), account.password());
    }

    private void migrate(String kind, String schema, String user, String password) {
        DatabaseServer.register();
        Flyway.configure(SchemaMigrations.class.getClassLoader())
                .dataSource(server.url(schema), user, password)
                .locations("classpath:tenant-config/migrations/" + kind)
                .validateMigrationNaming(true)
                .failOnMissingLocations(true)
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
