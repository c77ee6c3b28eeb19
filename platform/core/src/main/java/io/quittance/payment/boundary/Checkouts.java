package io.quittance.payment.boundary;

import io.quittance.invoice.InvoiceId;
import io.quittance.payment.AttemptId;
import io.quittance.payment.AttemptState;
import io.quittance.payment.AttemptView;
import io.quittance.payment.CheckoutOrder;
import io.quittance.payment.CheckoutResult;
import io.quittance.payment.entity.Attempt;
import io.quittance.payment.entity.CheckoutStart;
import io.quittance.plugin.Capability;
import io.quittance.plugin.EnabledGateway;
import io.quittance.plugin.boundary.Gateways;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.CheckoutRequest;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.NotSent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Lets a debtor, or staff on the debtor's behalf, pay on a gateway's hosted page. The attempt is recorded and committed
 * before the gateway is called, so whatever happens then can be asked after. Must not be called inside a unit of work.
 */
@ApplicationScoped
public class Checkouts {

    @Inject
    CheckoutUnits units;
    @Inject
    Plugins plugins;
    @Inject
    Gateways gateways;
    @Inject
    Clock clock;

    /** Needs PORTAL_PAY for the link's own invoice, or PAYMENT_RECORD. */
    public CheckoutResult start(CheckoutOrder order) {
        Optional<EnabledGateway> gateway = plugins.enabled(Capability.CHECKOUT).stream()
                .filter(enabled -> enabled.installation().equals(order.gateway()))
                .findFirst();
        return switch (units.begin(order, gateway.map(EnabledGateway::plugin))) {
            case CheckoutStart.No(CheckoutResult answer) -> answer;
            case CheckoutStart.Begun(Attempt attempt, String number) -> call(order, attempt, number);
        };
    }

    private CheckoutResult call(CheckoutOrder order, Attempt attempt, String number) {
        CheckoutOutcome outcome = gateways.startCheckout(attempt.installation(), new CheckoutRequest(attempt.key(), attempt.amount(),
                number, number, order.returnUrl(), gateways.webhook(attempt.installation()), order.language()));
        return switch (outcome) {
            case HostedPage(var payment, URI page, var expiresAt) -> {
                units.record(attempt.opened(payment.value(), page, expiresAt, clock.instant()));
                yield new CheckoutResult.Redirect(attempt.id(), page);
            }
            case Declined declined -> {
                units.record(attempt.ended(AttemptState.DECLINED, declined.code() + ": " + declined.reason()));
                yield new CheckoutResult.Declined(attempt.id(), declined.reason());
            }
            case NotSent notSent -> {
                units.record(attempt.ended(AttemptState.NOT_SENT, notSent.reason()));
                yield new CheckoutResult.NotSent(attempt.id(), notSent.reason());
            }
            case InDoubt doubt -> {
                units.record(attempt.inDoubt(doubt.reason(), clock.instant()));
                yield new CheckoutResult.InDoubt(attempt.id());
            }
        };
    }

    /** The payer's browser came back: proves nothing, but the gateway is asked soon in case its callback got lost. */
    public void returned(AttemptId attempt) {
        units.returned(attempt);
    }

    /** Newest first. Needs PAYMENT_READ, or PORTAL_VIEW for the link's own invoice. */
    public List<AttemptView> attempts(InvoiceId invoice) {
        return units.attempts(invoice);
    }
}
