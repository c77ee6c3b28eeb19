package io.quittance.webhook.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.Doorbell;
import io.quittance.webhook.Announcement;
import io.quittance.webhook.control.EventRows;
import io.quittance.webhook.control.EventTypes;
import io.quittance.webhook.control.WebhookWorker;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Where features say what came true. Joins the caller's unit: it is told if and only if that commits. */
@Boundary
public class Announcements {

    @Inject
    EventRows events;
    @Inject
    EventTypes types;
    @Inject
    Doorbell bell;

    /** What anybody wants to hear; for those who would have to read more in order to tell it. */
    @Requires(Permission.SYSTEM)
    public Set<String> wanted() {
        return events.wanted();
    }

    /**
     * Keeps what somebody wants to hear, once for each endpoint that does.
     *
     * @throws IllegalArgumentException when a type is not in the list of types: a defect
     */
    @Requires(Permission.SYSTEM)
    public void announce(List<Announcement> news) {
        news.forEach(one -> types.require(one.type()));
        if (!news.isEmpty() && events.add(news)) {
            bell.ring(WebhookWorker.BELL);
        }
    }
}
