package io.quittance.order.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.order.control.OrderWithdrawing;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;

/** The units of work in which orders are taken back that their channel withdrew. The job's, nobody else's. */
@Boundary
public class OrderWithdrawals {

    @Inject
    OrderWithdrawing withdrawing;

    /** Deals with the oldest. @return whether there was one; call again until there is none */
    @Requires(Permission.SYSTEM)
    public boolean next() {
        return withdrawing.next();
    }
}
