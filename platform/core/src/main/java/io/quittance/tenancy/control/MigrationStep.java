package io.quittance.tenancy.control;

import io.quittance.config.DataFiles;
import io.quittance.tenancy.ProvisioningStep;
import io.quittance.tenancy.SignUpDetails;
import io.quittance.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tenant's tables, and the few of them whose rows the running application may change. */
@ApplicationScoped
public class MigrationStep implements ProvisioningStep {

    @Inject
    DatabaseServer server;
    @Inject
    TenantAccounts accounts;
    @Inject
    SchemaMigrations migrations;
    @Inject
    DataFiles files;

    @Override
    public String name() {
        return "migrations";
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public void apply(Tenant tenant, SignUpDetails details) {
        upgrade(tenant);
    }

    /** Safe at any time: what is applied already is left alone. */
    public void upgrade(Tenant tenant) {
        migrations.tenant(accounts.migration(tenant));
        grantChanges(tenant, accounts.runtime(tenant));
    }

    private void grantChanges(Tenant tenant, TenantAccount runtime) {
        try (Connection admin = server.connectAsAdministrator(); Statement ddl = admin.createStatement()) {
            for (String table : mutableTables()) {
                Accounts.requirePlain(table);
                ddl.execute("GRANT UPDATE, DELETE ON `" + runtime.schema() + "`.`" + table + "` TO '" + runtime.user() + "'@'%'");
            }
        } catch (SQLException refused) {
            throw new DatabaseUnavailable("the rights of tenant " + tenant.slug() + " cannot be granted", refused);
        }
    }

    List<String> mutableTables() {
        return files.text("migrations/mutable-tables.txt").lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
