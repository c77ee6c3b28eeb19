package io.quittance.refund.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.payment.PaymentId;
import io.quittance.payment.boundary.Payments;
import io.quittance.refund.RefundId;
import io.quittance.refund.RefundOrder;
import io.quittance.refund.RefundOutcome;
import io.quittance.refund.RefundRoom;
import io.quittance.refund.RefundRow;
import io.quittance.refund.control.GivingBack;
import io.quittance.refund.control.Progress;
import io.quittance.refund.control.RefundRows;
import io.quittance.refund.entity.GatewayOrder;
import io.quittance.spi.gateway.GatewayOutcome;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The units of work of {@link Refunding}, around its calls of gateways. */
@Boundary
public class RefundUnits {

    @Inject
    GivingBack giving;
    @Inject
    Progress progress;
    @Inject
    RefundRows rows;
    @Inject
    Payments payments;

    /** What of a payment may go back; empty when there is no such payment. */
    @Requires(Permission.PAYMENT_REFUND)
    public Optional<RefundRoom> room(PaymentId payment) {
        return payments.all(List.of(payment)).stream().findFirst().map(giving::room);
    }

    /** Writes a wish down; one that goes through a gateway is sent after the commit. */
    @Requires(Permission.PAYMENT_REFUND)
    public RefundOutcome ask(RefundOrder order) {
        return giving.ask(order);
    }

    /** Oldest first. */
    @Requires(Permission.PAYMENT_READ)
    public List<RefundRow> ofPayment(PaymentId payment) {
        return rows.of(payment);
    }

    @Requires(Permission.PAYMENT_READ)
    public Optional<RefundRow> find(RefundId id) {
        return rows.find(id);
    }

    @Requires({Permission.PAYMENT_REFUND, Permission.SYSTEM})
    public Optional<GatewayOrder> take(RefundId id) {
        return progress.take(id);
    }

    @Requires(Permission.SYSTEM)
    public Optional<GatewayOrder> doubtful(RefundId id) {
        return progress.doubtful(id);
    }

    @Requires({Permission.PAYMENT_REFUND, Permission.SYSTEM})
    public void answered(GatewayOrder order, GatewayOutcome outcome) {
        progress.answered(order, outcome);
    }

    @Requires(Permission.SYSTEM)
    public void neverSeen(GatewayOrder order) {
        progress.neverSeen(order);
    }

    @Requires(Permission.SYSTEM)
    public List<RefundId> due(int most) {
        return rows.due(most);
    }

    @Requires(Permission.SYSTEM)
    public Optional<Instant> nextDue() {
        return rows.nextDue();
    }
}
