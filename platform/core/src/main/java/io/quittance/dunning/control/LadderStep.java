package io.quittance.dunning.control;

import io.quittance.dunning.boundary.Dunning;
import io.quittance.tenancy.ProvisioningStep;
import io.quittance.tenancy.SignUpDetails;
import io.quittance.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives a new tenant its blueprint's ladder and starts the daily run. */
@ApplicationScoped
public class LadderStep implements ProvisioningStep {

    @Inject
    Dunning dunning;

    @Override
    public String name() {
        return "dunning-ladder";
    }

    @Override
    public int order() {
        return 430;
    }

    @Override
    public void apply(Tenant tenant, SignUpDetails details) {
        dunning.ensure();
    }
}
