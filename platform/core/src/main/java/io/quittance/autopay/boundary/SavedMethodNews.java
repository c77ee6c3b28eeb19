package io.quittance.autopay.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.autopay.control.AgreementKeeper;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;

/** What gateways tell of payers' methods. For the intake, inside its unit. */
@Boundary
public class SavedMethodNews {

    @Inject
    AgreementKeeper keeper;

    /** Older news than are known change nothing. */
    @Requires({Permission.PAYMENT_INTAKE, Permission.SYSTEM})
    public void heard(String gateway, PaymentEvent.Mandate told) {
        keeper.heard(gateway, told);
    }
}
