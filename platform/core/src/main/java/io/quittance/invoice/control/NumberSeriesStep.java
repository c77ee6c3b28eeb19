package io.quittance.invoice.control;

import io.quittance.blueprint.Blueprints;
import io.quittance.invoice.boundary.NumberSeriesSetup;
import io.quittance.tenancy.ProvisioningStep;
import io.quittance.tenancy.SignUpDetails;
import io.quittance.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives a new tenant its number series from its blueprint. */
@ApplicationScoped
public class NumberSeriesStep implements ProvisioningStep {

    @Inject
    Blueprints blueprints;
    @Inject
    NumberSeriesSetup setup;

    @Override
    public String name() {
        return "number-series";
    }

    @Override
    public int order() {
        return 410;
    }

    @Override
    public void apply(Tenant tenant, SignUpDetails details) {
        setup.ensure(blueprints.of(tenant.blueprint()).series());
    }
}
