package io.quittance.web.door;

import io.quittance.access.Actor;
import io.quittance.tenancy.Tenant;
import jakarta.servlet.ServletRequest;
import java.util.Optional;

/** As whom, and into which tenant, a request was let in. Set by the door, read by {@link ScopeFilter}. */
record Admission(Actor actor, Optional<Tenant> tenant) {

    private static final String ATTRIBUTE = Admission.class.getName();

    static Admission visitor() {
        return new Admission(new Actor.Visitor(), Optional.empty());
    }

    static Admission into(Tenant tenant, Actor actor) {
        return new Admission(actor, Optional.of(tenant));
    }

    void grant(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static Optional<Admission> of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Admission admission ? Optional.of(admission) : Optional.empty();
    }
}
