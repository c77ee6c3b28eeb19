package io.quittance.intake.boundary;

import io.quittance.access.Actor;
import io.quittance.audit.ForgeryBound;
import io.quittance.intake.ReceiveOutcome;
import io.quittance.intake.control.Envelope;
import io.quittance.intake.control.InboxBell;
import io.quittance.intake.entity.InboxState;
import io.quittance.intake.entity.KeptDelivery;
import io.quittance.plugin.GatewayRoute;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.Loan;
import io.quittance.plugin.PaymentEventJson;
import io.quittance.plugin.boundary.GatewayRoutes;
import io.quittance.plugin.boundary.Gateways;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantScope;
import io.quittance.tenancy.TenantStatus;
import io.quittance.tenancy.TimeOrderedIds;
import io.quittance.tenancy.boundary.TenantDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door for gateways. Needs neither tenant nor actor: the address proposes the tenant, the signature proves it. */
@ApplicationScoped
public class WebhookIntake {

    /** Longest body that is read, in bytes. */
    public static final int LONGEST_BODY = 256 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(WebhookIntake.class);
    private static final int LONGEST_DELIVERY_ID = 128;

    @Inject
    GatewayRoutes routes;
    @Inject
    TenantDirectory directory;
    @Inject
    Gateways gateways;
    @Inject
    InboxUnits inbox;
    @Inject
    IntakeTrail trail;
    @Inject
    ForgeryBound forgeries;
    @Inject
    Envelope envelope;
    @Inject
    InboxBell bell;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    /**
     * Takes a delivery. Once this has answered {@code Accepted}, the delivery survives any crash.
     *
     * @param installation the token in the address
     * @param headers      by name
     * @param body         the raw bytes, read up to {@link #LONGEST_BODY} + 1
     */
    public ReceiveOutcome receive(String installation, Map<String, List<String>> headers, byte[] body) {
        if (body.length > LONGEST_BODY) {
            return new ReceiveOutcome.TooLarge();
        }
        Optional<GatewayRoute> route = InstallationId.isWellFormed(installation)
                ? routes.find(new InstallationId(installation)) : Optional.empty();
        if (route.isEmpty()) {
            return new ReceiveOutcome.UnknownRoute();
        }
        Tenant tenant = directory.require(route.get().tenant());
        if (tenant.status() == TenantStatus.PROVISIONING) {
            return new ReceiveOutcome.TryLater("the tenant is being made");
        }
        return TenantScope.call(tenant, new Actor.Gateway(installation), () -> receive(route.get(), new WebhookDelivery(body, headers)));
    }

    private ReceiveOutcome receive(GatewayRoute route, WebhookDelivery delivery) {
        Loan<WebhookOutcome> loan = gateways.receive(route.installation(), delivery);
        return switch (loan) {
            case Loan.Returned<WebhookOutcome>(WebhookOutcome outcome) -> judged(route, delivery, outcome);
            case Loan.Unavailable<WebhookOutcome>(String reason) -> later(route, reason);
            case Loan.Broken<WebhookOutcome>(String reason) -> later(route, reason);
        };
    }

    private ReceiveOutcome judged(GatewayRoute route, WebhookDelivery delivery, WebhookOutcome outcome) {
        return switch (outcome) {
            case WebhookOutcome.Forged(String reason) -> {
                LOG.warn("forged webhook for installation {}: {}", route.installation(), reason);
                if (forgeries.maySayMore(route.installation().value())) {
                    trail.forged(route.installation().value(), reason);
                }
                yield new ReceiveOutcome.Forged();
            }
            case WebhookOutcome.Genuine(String deliveryId, var events) ->
                keep(route, delivery, deliveryId, Optional.of(PaymentEventJson.write(events)), "");
            case WebhookOutcome.Hint(String deliveryId, String about) ->
                keep(route, delivery, deliveryId, Optional.of(envelope.hint(about)), "");
            case WebhookOutcome.Unreadable(String deliveryId, String reason) -> keep(route, delivery, deliveryId, Optional.empty(), reason);
        };
    }

    /** One row, one commit; only then may the gateway forget about it. */
    private ReceiveOutcome keep(GatewayRoute route, WebhookDelivery delivery, String deliveryId, Optional<String> events, String reason) {
        if (deliveryId.isEmpty() || deliveryId.length() > LONGEST_DELIVERY_ID) {
            return later(route, "the plugin names a delivery with " + deliveryId.length() + " characters");
        }
        long id = ids.next();
        inbox.keep(new KeptDelivery(id, route, deliveryId, envelope.seal(id, "body", delivery.body()),
                events.map(json -> envelope.seal(id, "events", json)), Optional.empty(),
                events.isPresent() ? InboxState.WAITING : InboxState.DEAD, 0, reason, clock.instant()));
        bell.ring();
        return new ReceiveOutcome.Accepted();
    }

    private static ReceiveOutcome later(GatewayRoute route, String reason) {
        LOG.warn("a webhook for installation {} must come again: {}", route.installation(), reason);
        return new ReceiveOutcome.TryLater(reason);
    }
}
