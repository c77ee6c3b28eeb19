package io.quittance.signup.control;

import io.quittance.signup.People;
import io.quittance.tenancy.ProvisioningStep;
import io.quittance.tenancy.SignUpDetails;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.boundary.TenantRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The tenant's organisation with a group for each base role, and its first member, the owner. */
@ApplicationScoped
public class OrganisationStep implements ProvisioningStep {

    private static final int ORDER = 300;
    private static final String OWNER = "owner";

    @Inject
    People people;

    @Inject
    TenantRegister register;

    @Override
    public String name() {
        return "organisation";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void apply(Tenant tenant, SignUpDetails details) {
        String organisation = people.ensureOrganisation(tenant);
        register.assignOrganisation(tenant.id(), organisation);
        people.enrol(organisation, details.ownerEmail(), OWNER);
    }
}
