package io.quittance.ledger.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.ledger.LedgerAccount;
import io.quittance.ledger.control.ChartOfAccounts;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.List;

/** Makes the chart of accounts when a tenant is made. */
@Boundary
public class ChartSetup {

    @Inject
    ChartOfAccounts chart;

    /** Adds the accounts whose role has none yet; safe to repeat. */
    @Requires(Permission.SYSTEM)
    public void ensure(List<LedgerAccount> accounts) {
        chart.add(accounts);
    }
}
