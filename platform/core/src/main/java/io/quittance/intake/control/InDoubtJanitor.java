package io.quittance.intake.control;

import io.quittance.intake.boundary.PaymentIntake;
import io.quittance.payment.UnsettledAttempt;
import io.quittance.payment.boundary.AttemptInquiries;
import io.quittance.payment.boundary.CheckoutUnits;
import io.quittance.plugin.boundary.Gateways;
import io.quittance.retry.RetryBudget;
import io.quittance.spi.gateway.PaymentInquiry;
import io.quittance.tenancy.DoorbellHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks gateways what became of attempts whose outcome is unknown or whose callback may have got lost, and applies what
 * they answer as if it had been called back. While a gateway does not answer, the doubt stays and holds other attempts.
 */
@ApplicationScoped
public class InDoubtJanitor implements DoorbellHandler {

    private static final Logger LOG = LoggerFactory.getLogger(InDoubtJanitor.class);
    private static final int MOST = 50;

    @Inject
    AttemptInquiries inquiries;
    @Inject
    Gateways gateways;
    @Inject
    PaymentIntake intake;
    @Inject
    RetryBudget budget;

    @Override
    public String kind() {
        return CheckoutUnits.BELL;
    }

    @Override
    public Optional<Instant> answer() {
        List<UnsettledAttempt> due = inquiries.due(MOST);
        due.forEach(this::askIfAllowed);
        return inquiries.nextDue();
    }

    private void askIfAllowed(UnsettledAttempt attempt) {
        Optional<Instant> held = budget.hold(Gateways.target(attempt.installation()), attempt.again());
        if (held.isPresent()) {
            inquiries.postpone(attempt.id(), held.get());
        } else {
            askInPeace(attempt);
        }
    }

    /** One attempt's trouble does not keep the others waiting. */
    private void askInPeace(UnsettledAttempt attempt) {
        try {
            ask(attempt);
        } catch (RuntimeException trouble) {
            LOG.error("what became of attempt {} cannot be applied; it is asked after again", attempt.id(), trouble);
            inquiries.unanswered(attempt.id());
        }
    }

    private void ask(UnsettledAttempt attempt) {
        PaymentInquiry.Finding finding = gateways.ask(attempt.installation(), attempt.inquiry());
        LOG.debug("attempt {}: {}", attempt.id(), finding);
        if (!(finding instanceof PaymentInquiry.Finding.NoAnswer)) {
            budget.succeeded(Gateways.target(attempt.installation()), attempt.again());
        }
        switch (finding) {
            case PaymentInquiry.Finding.Known(var events, boolean open) -> {
                if (!events.isEmpty()) {
                    intake.applyFound(attempt.gateway(), events);
                }
                if (open) {
                    inquiries.stillOpen(attempt.id());
                } else {
                    inquiries.over(attempt.id());
                }
            }
            case PaymentInquiry.Finding.NeverSeen _ -> inquiries.neverSeen(attempt.id());
            case PaymentInquiry.Finding.NoAnswer(String reason) -> {
                LOG.info("attempt {} cannot be asked after now: {}", attempt.id(), reason);
                inquiries.unanswered(attempt.id());
            }
        }
    }
}
