package io.quittance.payment.boundary;

import io.quittance.payment.AttemptId;
import io.quittance.payment.AttemptState;
import io.quittance.payment.entity.Attempt;
import io.quittance.plugin.boundary.Gateways;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.GatewayOutcome;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.NotSent;
import io.quittance.spi.gateway.Pending;
import io.quittance.spi.gateway.SavedMethods;
import io.quittance.spi.gateway.Settled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * Sends charges to their gateways, each once: it was written down before by {@link ChargeUnits}, and what is in doubt is asked
 * after by the same janitor as any attempt. What has moved is booked by the gateway's own events, called back or asked for, so
 * there is one story of it. Must not be called inside a unit of work.
 */
@ApplicationScoped
public class SavedCharges {

    /** A gateway that has accepted tells us itself; it is asked in case that gets lost. */
    private static final Duration FIRST_LOOK = Duration.ofMinutes(2);

    @Inject
    ChargeUnits units;
    @Inject
    CheckoutUnits records;
    @Inject
    Gateways gateways;
    @Inject
    Clock clock;

    /** One that was sent before is left alone. */
    public void send(AttemptId id, GatewayPaymentId mandate) {
        units.unsent(id).ifPresent(unsent -> {
            Attempt attempt = unsent.attempt();
            GatewayOutcome outcome = gateways.charge(attempt.installation(),
                    new SavedMethods.Charge(attempt.key(), mandate, attempt.amount(), unsent.number()));
            records.record(switch (outcome) {
                case Settled settled -> attempt.accepted(settled.payment().value(), clock.instant());
                case Pending pending -> attempt.accepted(pending.payment().value(), clock.instant().plus(FIRST_LOOK));
                case Declined declined -> attempt.ended(AttemptState.DECLINED, declined.code() + ": " + declined.reason());
                case NotSent notSent -> attempt.ended(AttemptState.NOT_SENT, notSent.reason());
                case InDoubt doubt -> attempt.inDoubt(doubt.reason(), clock.instant());
            });
        });
    }
}
