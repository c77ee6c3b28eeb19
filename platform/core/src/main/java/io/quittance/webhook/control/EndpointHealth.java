package io.quittance.webhook.control;

import io.quittance.audit.AuditTrail;
import io.quittance.config.Configuration;
import io.quittance.live.LiveChanges;
import io.quittance.notification.OutboxRequest;
import io.quittance.notification.boundary.Outbox;
import io.quittance.webhook.EndpointId;
import io.quittance.webhook.EndpointState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Gives an endpoint up after days of nothing but failures, and says so to whoever it belongs to. */
@ApplicationScoped
public class EndpointHealth {

    /** Kind of thing for pages and the audit trail. */
    public static final String KIND = "webhook";

    private static final int DAYS = 5;

    @Inject
    EndpointRows endpoints;
    @Inject
    DeliveryRows deliveries;
    @Inject
    Outbox outbox;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges live;
    @Inject
    Configuration configuration;
    @Inject
    Clock clock;

    public void good(EndpointId endpoint) {
        endpoints.health(endpoint, true);
        live.announce(KIND, endpoint.value());
    }

    /** @return whether it goes on */
    public boolean bad(EndpointId endpoint) {
        Duration patience = Duration.ofDays(configuration.number("quittance.webhooks.disable.after.days", DAYS));
        Instant now = clock.instant();
        boolean over = endpoints.health(endpoint, false).filter(since -> !since.plus(patience).isAfter(now)).isPresent();
        if (over) {
            giveUp(endpoint, "nothing but failures for " + patience.toDays() + " days");
        }
        live.announce(KIND, endpoint.value());
        return !over;
    }

    public void gone(EndpointId endpoint) {
        endpoints.health(endpoint, false);
        giveUp(endpoint, "it answered that it is gone for good (410)");
        live.announce(KIND, endpoint.value());
    }

    private void giveUp(EndpointId id, String reason) {
        endpoints.lock(id).filter(endpoint -> endpoint.state() != EndpointState.DISABLED).ifPresent(endpoint -> {
            endpoints.move(id, EndpointState.DISABLED);
            deliveries.giveUp(id, "the endpoint was given up: " + reason);
            audit.record("given-up", KIND, id.value(), Map.of("state", endpoint.state()),
                    Map.of("state", EndpointState.DISABLED, "reason", reason));
            outbox.enqueue(OutboxRequest.now(GivenUpMail.KIND, id.value(), Map.of(), GivenUpMail.KIND + ":" + id + ":"
                    + clock.instant().getEpochSecond()));
        });
    }
}
