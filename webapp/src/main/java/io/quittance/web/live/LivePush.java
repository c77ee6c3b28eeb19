package io.quittance.web.live;

import io.quittance.live.Changed;
import io.quittance.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;

import java.util.Map;

/** Passes committed changes on to the open pages of that tenant, and to the portal page of that invoice; to nobody else. */
@ApplicationScoped
public class LivePush {

    @Inject
    @Push(channel = "live")
    PushContext channel;

    void changed(@Observes Changed change) {
        Map<String, Object> message = Map.of("kind", change.kind(), "id", Long.toString(change.id()));
        channel.send(message, members(change.tenant()));
        if (change.kind().equals("invoice")) {
            channel.send(message, debtor(change.tenant(), change.id()));
        }
    }

    /** The audience of a tenant's own people. */
    static String members(TenantId tenant) {
        return "members:" + tenant;
    }

    /** The audience of whoever holds the private link to one invoice. */
    static String debtor(TenantId tenant, long invoice) {
        return "debtor:" + tenant + ":" + invoice;
    }
}
