package io.quittance.autopay.control;

import io.quittance.audit.AuditTrail;
import io.quittance.autopay.Agreement;
import io.quittance.autopay.AgreementState;
import io.quittance.live.LiveChanges;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PaymentEvent.MandateState;
import io.quittance.tenancy.Doorbell;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Begins and ends agreements. */
@ApplicationScoped
public class AgreementKeeper {

    private static final String KIND = "autopay";

    @Inject
    AgreementRows rows;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges live;
    @Inject
    Doorbell bell;

    /** A method is one agreement's at a time, and a customer has one agreement at a time for a currency. */
    public void heard(String gateway, PaymentEvent.Mandate told) {
        Optional<Long> method = rows.hear(gateway, told);
        audit.record("mandate-" + told.state(), "gateway", 0, null, gateway);
        if (method.isEmpty()) {
            return;
        }
        if (told.state() != MandateState.ACTIVE) {
            String reason = "the gateway says that it is " + told.state().name().toLowerCase(Locale.ROOT);
            rows.by(gateway, told.occurrence().payment()).forEach(agreement -> end(agreement, reason));
            return;
        }
        told.occurrence().attempt().flatMap(rows::byKey).filter(agreement -> agreement.state() == AgreementState.ASKED
                && agreement.gateway().value().equals(gateway)).ifPresent(agreement -> begin(agreement, method.get()));
    }

    private void begin(Agreement agreement, long method) {
        rows.of(agreement.customer()).stream().filter(other -> other.state() == AgreementState.ACTIVE
                && other.currency().equals(agreement.currency())).forEach(other -> end(other, "replaced by another"));
        rows.activate(agreement.id(), method);
        audit.record("activated", KIND, agreement.id().value(), null, Map.of("method", method, "textVersion", agreement.textVersion()));
        live.announce("customer", agreement.customer().value());
        bell.ring(AutopayJob.BELL);
    }

    public void end(Agreement agreement, String reason) {
        if (rows.end(agreement.id(), reason)) {
            audit.record("ended", KIND, agreement.id().value(), Map.of("state", agreement.state()), Map.of("reason", reason));
            live.announce("customer", agreement.customer().value());
        }
    }
}
