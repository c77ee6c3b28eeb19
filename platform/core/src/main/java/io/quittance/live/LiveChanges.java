package io.quittance.live;

import io.quittance.tenancy.AfterCommit;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Announces changes to this node's pages once the current unit of work has committed: one announcement for each kind of thing. */
@ApplicationScoped
public class LiveChanges {

    @Inject
    AfterCommit afterCommit;
    @Inject
    CurrentTenant tenant;
    @Inject
    Event<Changed> changes;

    public void announce(String kind, long id) {
        TenantId owner = tenant.get().id();
        afterCommit.gather(kind, id, ids -> changes.fire(new Changed(owner, kind, ids)));
    }
}
