package io.quittance.signup.boundary;

import io.quittance.access.AccessDenied;
import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.signup.Colleague;
import io.quittance.signup.People;
import io.quittance.signup.Person;
import io.quittance.signup.PersonOutcome;
import io.quittance.tenancy.ProvisioningOutcome;
import io.quittance.tenancy.SignUpDetails;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantRequest;
import io.quittance.tenancy.boundary.Provisioning;
import io.quittance.tenancy.boundary.TenantDirectory;
import io.quittance.tenancy.boundary.TenantRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Sets a tenant up by program, with people who can sign in at once: for demo data and for tests. Safe to call again. */
@ApplicationScoped
public class TenantSetup {

    @Inject
    People people;

    @Inject
    TenantDirectory directory;

    @Inject
    TenantRegister register;

    @Inject
    Provisioning provisioning;

    @Inject
    CurrentActor actor;

    /**
     * Makes accounts, tenant and memberships, and waits until all is done.
     *
     * @param colleagues people besides the owner; somebody may appear in several tenants
     * @throws IllegalStateException when a step fails, naming it; call again to go on from there
     */
    public Tenant create(TenantRequest request, String ownerPassword, List<Colleague> colleagues) {
        if (!actor.get().may(Permission.PLATFORM_MANAGE)) {
            throw new AccessDenied(actor.get(), "TenantSetup.create", Permission.PLATFORM_MANAGE.name());
        }
        SignUpDetails owner = request.owner();
        ensure(new Person(owner.ownerEmail(), owner.ownerFirstName(), owner.ownerLastName(), request.language()), ownerPassword);
        Tenant entered = directory.bySlug(request.slug()).or(() -> register.enter(request)).orElseThrow();
        Tenant tenant = switch (provisioning.advance(entered.id())) {
            case ProvisioningOutcome.Active(Tenant active) -> active;
            case ProvisioningOutcome.Halted(Tenant halted, String step, String error) ->
                    throw new IllegalStateException("setting up " + halted.slug() + " halted at step " + step + ": " + error);
        };
        for (Colleague colleague : colleagues) {
            ensure(colleague.person(), colleague.password());
            people.enrol(tenant.organisation(), colleague.person().email(), colleague.role());
        }
        return tenant;
    }

    private void ensure(Person person, String password) {
        if (people.ensurePerson(person, password) instanceof PersonOutcome.PasswordRefused(String reason)) {
            throw new IllegalStateException("the password of " + person.email() + " is refused: " + reason);
        }
    }
}
