package io.quittance.order.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.order.ChannelAccount;
import io.quittance.order.Payload;
import io.quittance.order.ReadOutcome;
import io.quittance.order.Receipt;
import io.quittance.order.control.OrderKeeping;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;

/** The units of work on orders. What comes in goes through {@link OrderIntake}. */
@Boundary
public class OrderUnits {

    @Inject
    OrderKeeping keeping;

    @Requires({Permission.ORDER_INTAKE, Permission.ORDER_WRITE})
    public Receipt keep(ChannelAccount account, Payload payload, ReadOutcome outcome) {
        return keeping.keep(account, payload, outcome);
    }
}
