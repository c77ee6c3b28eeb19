package io.quittance.tenancy.boundary;

import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantStatus;
import io.quittance.tenancy.control.MigrationStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings every tenant's database to this build's version at start-up. One tenant's failure does not stop the others. */
@ApplicationScoped
public class SchemaUpgrade {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaUpgrade.class);

    @Inject
    TenantDirectory directory;
    @Inject
    MigrationStep migrations;

    /** @return how many tenants could not be upgraded; each is logged with the reason */
    public int upgradeAll() {
        int failures = 0;
        for (Tenant tenant : directory.all()) {
            if (tenant.status() == TenantStatus.PROVISIONING) {
                continue;
            }
            try {
                migrations.upgrade(tenant);
            } catch (RuntimeException failed) {
                failures++;
                LOG.error("the database of tenant {} cannot be upgraded", tenant.slug(), failed);
            }
        }
        return failures;
    }
}
