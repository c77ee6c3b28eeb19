package io.quittance.tenancy.control;

import io.quittance.config.Configuration;
import io.quittance.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Names of schemas and accounts on the database server; all begin with one prefix, so a server can be shared. */
@ApplicationScoped
public class DatabaseNames {

    /** An account name has 32 characters at most: prefix, role and a 64-bit id in base 36. */
    private static final int LONGEST_PREFIX = 12;

    private String prefix;

    protected DatabaseNames() {
    }

    @Inject
    public DatabaseNames(Configuration configuration) {
        this.prefix = configuration.orDefault("quittance.db.prefix", "quittance");
        if (!prefix.matches("[a-z][a-z0-9]{0," + (LONGEST_PREFIX - 1) + "}")) {
            throw new IllegalStateException("quittance.db.prefix must be 1 to " + LONGEST_PREFIX
                    + " lower-case letters and digits but is '" + prefix + "'");
        }
    }

    String platformSchema() {
        return prefix + "_platform";
    }

    /** The account that runs on the platform schema; it cannot rewrite what is only ever added to. */
    String platformAccount() {
        return prefix + "_p";
    }

    /** The account that makes the platform schema's tables. */
    String platformMigrationAccount() {
        return prefix + "_pm";
    }

    /** The account with which pooled connections rest: it may enter nothing. */
    String gateAccount() {
        return prefix + "_gate";
    }

    String schema(Tenant tenant) {
        return prefix + "_t_" + tenant.slug().replace('-', '_');
    }

    String account(Tenant tenant, AccountPurpose purpose) {
        return prefix + "_" + purpose.letter() + "_" + Long.toString(tenant.id().value(), Character.MAX_RADIX);
    }
}
