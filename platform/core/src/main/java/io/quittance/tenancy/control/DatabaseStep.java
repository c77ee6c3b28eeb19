package io.quittance.tenancy.control;

import io.quittance.tenancy.ProvisioningStep;
import io.quittance.tenancy.SignUpDetails;
import io.quittance.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The tenant's key, its database, and its two accounts, each with rights on that database alone. */
@ApplicationScoped
public class DatabaseStep implements ProvisioningStep {

    @Inject
    DatabaseServer server;
    @Inject
    TenantKeys keys;
    @Inject
    TenantAccounts accounts;

    @Override
    public String name() {
        return "database";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public void apply(Tenant tenant, SignUpDetails details) {
        keys.ensure(tenant.id());
        TenantAccount migration = accounts.ensure(tenant, AccountPurpose.MIGRATION);
        TenantAccount runtime = accounts.ensure(tenant, AccountPurpose.RUNTIME);
        String pattern = migration.schema().replace("_", "\\_");
        try (Connection admin = server.connectAsAdministrator(); Statement ddl = admin.createStatement()) {
            ddl.execute("CREATE DATABASE IF NOT EXISTS `" + migration.schema() + "` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
            Accounts.ensure(ddl, migration.user(), migration.password());
            Accounts.ensure(ddl, runtime.user(), runtime.password());
            ddl.execute("GRANT ALL PRIVILEGES ON `" + pattern + "`.* TO '" + migration.user() + "'@'%'");
            ddl.execute("GRANT SELECT, INSERT ON `" + pattern + "`.* TO '" + runtime.user() + "'@'%'");
        } catch (SQLException refused) {
            throw new DatabaseUnavailable("the database of tenant " + tenant.slug() + " cannot be made", refused);
        }
    }
}
