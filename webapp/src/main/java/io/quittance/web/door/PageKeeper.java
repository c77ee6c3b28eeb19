package io.quittance.web.door;

import io.quittance.access.Actor;
import io.quittance.access.Roles;
import io.quittance.identity.Membership;
import io.quittance.identity.VerifiedToken;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.boundary.TenantDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Lets signed-in members into their business's pages, and sends everybody else to sign in. */
@ApplicationScoped
public class PageKeeper {

    @Inject
    SessionKeeper keeper;

    @Inject
    TenantDirectory directory;

    @Inject
    Roles roles;

    @Inject
    Notices notices;

    boolean admit(HttpServletRequest request, HttpServletResponse response) {
        Optional<SignedInSession> session = SignedInSession.of(request);
        if (session.isEmpty()) {
            return notices.signIn(request, response);
        }
        return switch (keeper.check(session.get())) {
            case GOOD -> admit(session.get(), request, response);
            case ENDED -> {
                request.getSession().invalidate();
                yield notices.signIn(request, response);
            }
            case UNCERTAIN -> notices.signInUnavailable(request, response);
        };
    }

    private boolean admit(SignedInSession session, HttpServletRequest request, HttpServletResponse response) {
        Optional<Membership> membership = session.active();
        Optional<Tenant> tenant = membership.map(Membership::organisation).flatMap(directory::byOrganisation);
        if (tenant.isEmpty()) {
            return notices.noBusiness(request, response);
        }
        return switch (tenant.get().status()) {
            case PROVISIONING -> notices.beingSetUp(request, response);
            case SUSPENDED -> notices.suspended(request, response);
            case ACTIVE -> {
                Admission.into(tenant.get(), person(session.tokens().verified(), membership.get(), roles)).grant(request);
                yield true;
            }
        };
    }

    /** A person with the permissions of the roles that this one membership grants. */
    static Actor person(VerifiedToken token, Membership membership, Roles roles) {
        return new Actor.Person(token.subject(), token.name(), token.email(), membership.roles(), roles.permissions(membership.roles()));
    }
}
