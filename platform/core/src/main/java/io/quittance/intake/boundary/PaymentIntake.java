package io.quittance.intake.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.intake.Delivery;
import io.quittance.tenancy.Boundary;
import java.util.List;

/**
 * Applies what gateways reported: payment, allocation, journal and invoice in one unit of work. Any order and any number
 * of repetitions lead to the same books.
 */
@Boundary
public class PaymentIntake {

    /** Applies the deliveries that were not applied before; all of them or, when it throws, none. */
    @Requires({Permission.PAYMENT_INTAKE, Permission.SYSTEM})
    public void apply(List<Delivery> deliveries) {
        throw new UnsupportedOperationException();
    }
}
