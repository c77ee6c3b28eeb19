package io.quittance.webhook.boundary;

import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.live.LiveChanges;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.Doorbell;
import io.quittance.webhook.Announcement;
import io.quittance.webhook.DeliveryRow;
import io.quittance.webhook.DeliveryState;
import io.quittance.webhook.DeliveryView;
import io.quittance.webhook.EndpointId;
import io.quittance.webhook.control.DeliveryQueries;
import io.quittance.webhook.control.DeliveryRows;
import io.quittance.webhook.control.EndpointHealth;
import io.quittance.webhook.control.EndpointRows;
import io.quittance.webhook.control.EventRows;
import io.quittance.webhook.control.EventTypes;
import io.quittance.webhook.control.WebhookWorker;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The log of what endpoints were told, and what people do when it did not get through. */
@Boundary
public class Deliveries {

    @Inject
    DeliveryQueries queries;
    @Inject
    DeliveryRows rows;
    @Inject
    EventRows events;
    @Inject
    EndpointRows endpoints;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges changes;
    @Inject
    Doorbell bell;

    /** Newest first. @param states empty for all */
    @Requires(Permission.WEBHOOK_READ)
    public Page<DeliveryRow> page(EndpointId endpoint, Set<DeliveryState> states, int offset, int limit) {
        return queries.page(endpoint, states, offset, limit);
    }

    @Requires(Permission.WEBHOOK_READ)
    public Optional<DeliveryView> find(long id) {
        return queries.find(id);
    }

    /** Sends one again, whether it was taken or given up: under the same id. @return false when it waits already or is unknown */
    @Requires(Permission.WEBHOOK_MANAGE)
    public boolean resend(long id) {
        boolean done = rows.resend(id);
        if (done) {
            audit.record("sent-again", "webhook-delivery", id, null, null);
            queries.find(id).ifPresent(view -> changes.announce(EndpointHealth.KIND, view.row().endpoint().value()));
            bell.ring(WebhookWorker.BELL);
        }
        return done;
    }

    /** Sends again all that was given up of what happened since. @return how many */
    @Requires(Permission.WEBHOOK_MANAGE)
    public int resendDead(EndpointId endpoint, Instant since) {
        int count = rows.resendDead(endpoint, since);
        if (count > 0) {
            audit.record("sent-again", EndpointHealth.KIND, endpoint.value(), null, Map.of("since", since, "deliveries", count));
            changes.announce(EndpointHealth.KIND, endpoint.value());
            bell.ring(WebhookWorker.BELL);
        }
        return count;
    }

    /** Sends a test that means nothing. @return the delivery; empty when there is no such endpoint */
    @Requires(Permission.WEBHOOK_MANAGE)
    public OptionalLong test(EndpointId endpoint) {
        if (endpoints.find(endpoint).isEmpty()) {
            return OptionalLong.empty();
        }
        long delivery = events.addFor(endpoint, new Announcement(EventTypes.TEST, "webhook", endpoint.value(), "", "", Map.of(), Map.of()));
        changes.announce(EndpointHealth.KIND, endpoint.value());
        bell.ring(WebhookWorker.BELL);
        return OptionalLong.of(delivery);
    }
}
