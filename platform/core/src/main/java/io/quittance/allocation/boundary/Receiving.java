package io.quittance.allocation.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.allocation.control.MoneyFlow;
import io.quittance.payment.MovedPayment;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.List;

/** Allocates and books what gateways reported and what went back, in the unit that entered it. */
@Boundary
public class Receiving {

    @Inject
    MoneyFlow flow;

    /** Money goes to what the payer meant; the rest of it to unapplied cash. What was taken back opens claims again. */
    @Requires({Permission.PAYMENT_INTAKE, Permission.PAYMENT_REFUND})
    public void book(List<MovedPayment> moved) {
        if (!moved.isEmpty()) {
            flow.book(moved, false);
        }
    }
}
