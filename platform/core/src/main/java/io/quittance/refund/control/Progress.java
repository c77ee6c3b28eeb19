package io.quittance.refund.control;

import io.quittance.audit.AuditTrail;
import io.quittance.intake.boundary.PaymentIntake;
import io.quittance.live.LiveChanges;
import io.quittance.payment.boundary.Receipts;
import io.quittance.refund.RefundId;
import io.quittance.refund.RefundState;
import io.quittance.refund.entity.GatewayOrder;
import io.quittance.retry.Retry;
import io.quittance.retry.RetryPolicy;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.GatewayOutcome;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.NotSent;
import io.quittance.spi.gateway.Occurrence;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.Pending;
import io.quittance.spi.gateway.Settled;
import io.quittance.tenancy.Doorbell;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a refund goes on, by what its gateway answered. Each step is one conditional update with all that follows from it. */
@ApplicationScoped
public class Progress {

    /** A call to a gateway is over by then, or its node is dead. */
    private static final Duration CALL_IS_OVER = Duration.ofSeconds(30);
    /** Doubt is cleared within a minute of the gateway answering again, so it is asked more often than that. */
    private static final RetryPolicy DOUBT = new RetryPolicy(Duration.ofSeconds(20), Duration.ofSeconds(20), RetryPolicy.NO_END);
    /** A gateway that has accepted a refund tells us itself; it is asked in case that got lost. */
    private static final Duration PENDING_PAUSE = Duration.ofMinutes(15);

    @Inject
    RefundRows rows;
    @Inject
    GivingBack giving;
    @Inject
    Receipts receipts;
    @Inject
    PaymentIntake intake;
    @Inject
    Doorbell doorbell;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges live;
    @Inject
    Retry retry;
    @Inject
    Clock clock;

    /**
     * Takes a refund to be sent: from now on it may have reached the gateway.
     *
     * @return empty when it is not to be sent: somebody else does, or it is not covered any more
     */
    public Optional<GatewayOrder> take(RefundId id) {
        Optional<GatewayOrder> order = rows.order(id);
        if (order.isEmpty()) {
            return order;
        }
        boolean stands = giving.stillStands(receipts.lockRow(order.get().payment()).orElseThrow());
        RefundRows.Next next = stands
                ? new RefundRows.Next(RefundState.STARTED, "", Optional.empty(), Optional.of(clock.instant().plus(CALL_IS_OVER)))
                : new RefundRows.Next(RefundState.DECLINED, "the payment is disputed, or was taken back meanwhile", Optional.empty(),
                        Optional.empty());
        return leave(order.get(), RefundState.QUEUED, next) && stands ? order : Optional.empty();
    }

    /** What is not known of a refund that may have reached its gateway; empty when nothing is to be asked. */
    public Optional<GatewayOrder> doubtful(RefundId id) {
        return rows.find(id).filter(row -> row.state().isUnderWay() && row.state() != RefundState.QUEUED)
                .flatMap(row -> rows.order(row.id()));
    }

    /** Goes on by what the gateway said. A refund that has ended meanwhile stays as it is. */
    public void answered(GatewayOrder order, GatewayOutcome outcome) {
        RefundState from = rows.find(order.id()).orElseThrow().state();
        if (!from.isUnderWay() || from == RefundState.QUEUED) {
            return;
        }
        Instant now = clock.instant();
        RefundRows.Next next = switch (outcome) {
            case Settled done -> new RefundRows.Next(RefundState.SETTLED, "", Optional.of(done.payment().value()), Optional.empty());
            case Pending pending -> new RefundRows.Next(RefundState.PENDING, "", Optional.of(pending.payment().value()),
                    Optional.of(now.plus(PENDING_PAUSE)));
            case Declined no -> new RefundRows.Next(RefundState.DECLINED, no.code() + ": " + no.reason(), Optional.empty(),
                    Optional.empty());
            case NotSent not -> new RefundRows.Next(RefundState.NOT_SENT, not.reason(), Optional.empty(), Optional.empty());
            case InDoubt doubt -> new RefundRows.Next(from == RefundState.PENDING ? from : RefundState.IN_DOUBT, doubt.reason(),
                    Optional.empty(), Optional.of(from == RefundState.PENDING ? now.plus(PENDING_PAUSE) : retry.next(DOUBT, 1)));
        };
        if (leave(order, from, next) && outcome instanceof Settled done) {
            intake.applyFound(order.gateway(), List.of(event(order, done)));
        }
        next.askAt().ifPresent(due -> doorbell.ringAt(GivingBack.BELL, due));
    }

    /** The gateway has never seen it: it can be sent for the first time. */
    public void neverSeen(GatewayOrder order) {
        RefundState from = rows.find(order.id()).orElseThrow().state();
        if (from == RefundState.STARTED || from == RefundState.IN_DOUBT) {
            leave(order, from, new RefundRows.Next(RefundState.QUEUED, "the gateway has never seen it", Optional.empty(),
                    Optional.of(clock.instant())));
            doorbell.ring(GivingBack.BELL);
        }
    }

    /** The same event as the gateway's webhook brings: its name for the refund makes it one. It is the youngest that we know of. */
    private static PaymentEvent event(GatewayOrder order, Settled done) {
        return new PaymentEvent.Refunded(new Occurrence(order.paid(), Optional.empty(), done.at(), done.at().toEpochMilli()),
                done.payment(), done.amount(), done.fee().negated());
    }

    private boolean leave(GatewayOrder order, RefundState from, RefundRows.Next next) {
        boolean left = rows.leave(order.id(), from, next);
        if (left && from != next.state()) {
            audit.record(next.state().name().toLowerCase(Locale.ROOT), "refund", order.id().value(), Map.of("state", from), next);
            live.announce("payment", order.payment().value());
        }
        return left;
    }
}
