package io.quittance.refund.boundary;

import io.quittance.plugin.boundary.Gateways;
import io.quittance.refund.RefundId;
import io.quittance.refund.RefundOrder;
import io.quittance.refund.RefundOutcome;
import io.quittance.refund.RefundRow;
import io.quittance.refund.RefundWay;
import io.quittance.refund.control.GivingBack;
import io.quittance.refund.entity.GatewayOrder;
import io.quittance.retry.RetryBudget;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.RefundInquiry;
import io.quittance.tenancy.DoorbellHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives money back, and follows each refund to its end. It is committed before the gateway is called, and what may have
 * reached the gateway is asked after before it is ever sent again. Must not be called inside a unit of work.
 */
@ApplicationScoped
public class Refunding implements DoorbellHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Refunding.class);
    private static final int MOST = 50;

    @Inject
    RefundUnits units;
    @Inject
    Gateways gateways;
    @Inject
    RetryBudget budget;

    /** Writes a wish down and, where it goes through a gateway, sends it at once. Needs PAYMENT_REFUND. */
    public RefundOutcome start(RefundOrder order) {
        RefundOutcome outcome = units.ask(order);
        if (outcome instanceof RefundOutcome.Accepted(RefundRow refund) && refund.way() == RefundWay.GATEWAY
                && refund.state().isUnderWay()) {
            send(refund.id());
            return new RefundOutcome.Accepted(units.find(refund.id()).orElseThrow());
        }
        return outcome;
    }

    private void send(RefundId id) {
        Optional<GatewayOrder> order = units.take(id);
        order.ifPresent(taken -> units.answered(taken, gateways.refund(taken.installation(), taken.refund())));
    }

    @Override
    public String kind() {
        return GivingBack.BELL;
    }

    @Override
    public Optional<Instant> answer() {
        units.due(MOST).forEach(this::goOnInPeace);
        return units.nextDue();
    }

    /** One refund's trouble does not keep the others waiting. */
    private void goOnInPeace(RefundId id) {
        try {
            Optional<GatewayOrder> doubtful = units.doubtful(id);
            if (doubtful.isPresent()) {
                ask(doubtful.get());
            } else {
                send(id);
            }
        } catch (RuntimeException trouble) {
            LOG.error("refund {} cannot go on now; it is tried again", id, trouble);
        }
    }

    private void ask(GatewayOrder order) {
        String target = Gateways.target(order.installation());
        if (budget.hold(target, true).isPresent()) {
            units.answered(order, new InDoubt("the gateway is asked too much again just now"));
            return;
        }
        RefundInquiry.Trace trace = gateways.askRefund(order.installation(), order.key(), order.paid());
        LOG.debug("refund {}: {}", order.id(), trace);
        if (!(trace instanceof RefundInquiry.Trace.NoAnswer)) {
            budget.succeeded(target, true);
        }
        switch (trace) {
            case RefundInquiry.Trace.Known known -> units.answered(order, known.outcome());
            case RefundInquiry.Trace.NeverSeen _ -> units.neverSeen(order);
            case RefundInquiry.Trace.NoAnswer no -> units.answered(order, new InDoubt(no.reason()));
        }
    }
}
