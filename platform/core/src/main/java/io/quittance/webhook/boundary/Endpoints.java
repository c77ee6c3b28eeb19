package io.quittance.webhook.boundary;

import io.quittance.Fault;
import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.live.LiveChanges;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.Doorbell;
import io.quittance.tenancy.TimeOrderedIds;
import io.quittance.webhook.Endpoint;
import io.quittance.webhook.EndpointDetails;
import io.quittance.webhook.EndpointId;
import io.quittance.webhook.EndpointOutcome;
import io.quittance.webhook.EndpointState;
import io.quittance.webhook.control.EndpointHealth;
import io.quittance.webhook.control.EndpointRows;
import io.quittance.webhook.control.EndpointRules;
import io.quittance.webhook.control.EventTypes;
import io.quittance.webhook.control.Signature;
import io.quittance.webhook.control.WebhookWorker;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the business wants to be told what happened. */
@Boundary
public class Endpoints {

    /** How long the secret before the present one still signs. */
    public static final Duration OVERLAP = Duration.ofHours(24);
    /** So many may a business have. */
    public static final int MOST = 20;

    private static final String KIND = EndpointHealth.KIND;

    @Inject
    EndpointRows rows;
    @Inject
    EndpointRules rules;
    @Inject
    EventTypes types;
    @Inject
    TimeOrderedIds ids;
    @Inject
    CurrentActor actor;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges changes;
    @Inject
    Doorbell bell;
    @Inject
    Clock clock;

    /** All that can be asked for. */
    @Requires(Permission.WEBHOOK_READ)
    public List<String> types() {
        return types.all();
    }

    @Requires(Permission.WEBHOOK_READ)
    public List<Endpoint> all() {
        return rows.all();
    }

    @Requires(Permission.WEBHOOK_READ)
    public Optional<Endpoint> find(EndpointId id) {
        return rows.find(id);
    }

    /** Begins to tell it at once. The outcome carries the secret, this once. */
    @Requires(Permission.WEBHOOK_MANAGE)
    public EndpointOutcome create(EndpointDetails details) {
        List<Fault> faults = rules.check(details);
        List<Endpoint> there = rows.all();
        if (faults.isEmpty() && there.size() >= MOST) {
            faults = List.of(Fault.of("url", details.url(), "webhook.tooMany", MOST));
        } else if (faults.isEmpty() && there.stream().anyMatch(other -> other.details().url().equals(details.url()))) {
            faults = List.of(Fault.of("url", details.url(), "webhook.known"));
        }
        if (!faults.isEmpty()) {
            return new EndpointOutcome.Refused(faults);
        }
        EndpointId id = new EndpointId(ids.next());
        String secret = Signature.newSecret();
        rows.insert(id, details, secret, actor.get().label());
        return new EndpointOutcome.WithSecret(noted("created", id, null, details), secret);
    }

    @Requires(Permission.WEBHOOK_MANAGE)
    public EndpointOutcome change(EndpointId id, EndpointDetails details) {
        Optional<Endpoint> before = rows.lock(id);
        if (before.isEmpty()) {
            return new EndpointOutcome.Unknown(id);
        }
        List<Fault> faults = rules.check(details);
        if (!faults.isEmpty()) {
            return new EndpointOutcome.Refused(faults);
        }
        rows.update(id, details);
        return new EndpointOutcome.Saved(noted("changed", id, before.get().details(), details));
    }

    /** Pauses it, lets it go on, or switches one on again that was given up. */
    @Requires(Permission.WEBHOOK_MANAGE)
    public EndpointOutcome move(EndpointId id, boolean active) {
        Optional<Endpoint> before = rows.lock(id);
        if (before.isEmpty()) {
            return new EndpointOutcome.Unknown(id);
        }
        EndpointState state = active ? EndpointState.ACTIVE : EndpointState.PAUSED;
        rows.move(id, state);
        bell.ring(WebhookWorker.BELL);
        return new EndpointOutcome.Saved(noted(active ? "activated" : "paused", id, Map.of("state", before.get().state()),
                Map.of("state", state)));
    }

    /** Makes a new secret; the old one goes on signing beside it for {@link #OVERLAP}. */
    @Requires(Permission.WEBHOOK_MANAGE)
    public EndpointOutcome rotate(EndpointId id) {
        if (rows.lock(id).isEmpty()) {
            return new EndpointOutcome.Unknown(id);
        }
        String secret = Signature.newSecret();
        rows.rotate(id, secret, clock.instant().plus(OVERLAP));
        return new EndpointOutcome.WithSecret(noted("secret-changed", id, null, null), secret);
    }

    /** Removes it with all that was meant for it. @return false when there is none */
    @Requires(Permission.WEBHOOK_MANAGE)
    public boolean remove(EndpointId id) {
        Optional<Endpoint> before = rows.lock(id);
        before.ifPresent(endpoint -> {
            rows.delete(id);
            audit.record("removed", KIND, id.value(), endpoint.details(), null);
            changes.announce(KIND, id.value());
        });
        return before.isPresent();
    }

    private Endpoint noted(String action, EndpointId id, Object before, Object after) {
        audit.record(action, KIND, id.value(), before, after);
        changes.announce(KIND, id.value());
        return rows.find(id).orElseThrow();
    }
}
