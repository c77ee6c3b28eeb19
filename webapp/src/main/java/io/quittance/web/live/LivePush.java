package io.quittance.web.live;

import io.quittance.live.Changed;
import io.quittance.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;

import java.util.List;
import java.util.Map;

/** Passes committed changes on to the open pages of that tenant, and to the portal page of that invoice; to nobody else. */
@ApplicationScoped
public class LivePush {

    /** Of more than this the page is told only that there are many: it looks for itself. */
    private static final int MOST_IDS = 50;

    @Inject
    Audience audience;

    @Inject
    @Push(channel = "live")
    PushContext channel;

    void changed(@Observes Changed change) {
        if (audience.listens(members(change.tenant()))) {
            List<Long> told = change.ids().size() > MOST_IDS ? List.of() : change.ids();
            channel.send(message(change.kind(), told), members(change.tenant()));
        }
        if (change.kind().equals("invoice")) {
            change.ids().stream().filter(id -> audience.listens(debtor(change.tenant(), id)))
                    .forEach(id -> channel.send(message(change.kind(), List.of(id)), debtor(change.tenant(), id)));
        }
    }

    /** @param ids empty for too many to be named */
    private static Map<String, Object> message(String kind, List<Long> ids) {
        return Map.of("kind", kind, "ids", ids.stream().map(String::valueOf).toList());
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
