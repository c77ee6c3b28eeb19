package io.quittance.signup.boundary;

import io.quittance.access.AccessDenied;
import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.signup.Member;
import io.quittance.signup.People;
import io.quittance.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** Who belongs to the current tenant. No unit of work: people are kept by another service. */
@ApplicationScoped
public class Members {

    @Inject
    People people;

    @Inject
    CurrentTenant tenant;

    @Inject
    CurrentActor actor;

    @Inject
    Permissions permissions;

    /**
     * All members with their roles, by name; needs MEMBER_READ.
     *
     * @throws io.quittance.signup.PeopleUnavailable when the service that keeps them cannot be reached
     */
    public List<Member> all() {
        if (!permissions.allowed(Permission.MEMBER_READ)) {
            throw new AccessDenied(actor.get(), "Members.all", Permission.MEMBER_READ.name());
        }
        return people.members(tenant.get().organisation()).stream().sorted(Comparator.comparing(Member::name)).toList();
    }
}
