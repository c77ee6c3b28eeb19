package io.quittance.ledger.control;

import io.quittance.blueprint.Blueprints;
import io.quittance.config.DataFiles;
import io.quittance.ledger.AccountRole;
import io.quittance.ledger.LedgerAccount;
import io.quittance.ledger.boundary.ChartSetup;
import io.quittance.tenancy.ProvisioningStep;
import io.quittance.tenancy.SignUpDetails;
import io.quittance.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Gives a new tenant its chart of accounts. */
@ApplicationScoped
public class ChartStep implements ProvisioningStep {

    @Inject
    Blueprints blueprints;
    @Inject
    DataFiles files;
    @Inject
    ChartSetup setup;

    @Override
    public String name() {
        return "chart-of-accounts";
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public void apply(Tenant tenant, SignUpDetails details) {
        setup.ensure(chart(blueprints.of(tenant.blueprint()).chart()));
    }

    /** @throws IllegalStateException when the file leaves a role without an account or gives it two */
    List<LedgerAccount> chart(String name) {
        List<LedgerAccount> accounts = files.yaml("charts/" + name + ".yaml", ChartFile.class).accounts();
        Set<AccountRole> missing = EnumSet.allOf(AccountRole.class);
        for (LedgerAccount account : accounts) {
            if (!missing.remove(account.role())) {
                throw new IllegalStateException("chart " + name + " has two accounts for " + account.role());
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("chart " + name + " has no account for " + missing);
        }
        return accounts;
    }

    /** The file's shape. */
    record ChartFile(List<LedgerAccount> accounts) {
    }
}
