package io.quittance.web.live;

import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** To which audience a page's socket belongs; decided on the server when the page is made, never by the browser. */
@Named
@ApplicationScoped
public class Live {

    @Inject
    CurrentTenant tenant;

    @Inject
    CurrentActor actor;

    /** @throws IllegalStateException for anybody but members and holders of a private link */
    public String getUser() {
        return switch (actor.get()) {
            case Actor.Person person -> LivePush.members(tenant.get().id());
            case Actor.Debtor debtor -> LivePush.debtor(tenant.get().id(), debtor.invoiceId());
            case Actor other -> throw new IllegalStateException(other.label() + " has no live pages");
        };
    }
}
