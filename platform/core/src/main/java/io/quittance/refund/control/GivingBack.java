package io.quittance.refund.control;

import io.quittance.Fault;
import io.quittance.allocation.boundary.Receiving;
import io.quittance.approval.ApprovalRequest;
import io.quittance.approval.boundary.Approvals;
import io.quittance.audit.AuditTrail;
import io.quittance.config.Json;
import io.quittance.ledger.AccountRole;
import io.quittance.live.LiveChanges;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.PaymentState;
import io.quittance.payment.boundary.Receipts;
import io.quittance.plugin.Capability;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.refund.Payee;
import io.quittance.refund.RefundId;
import io.quittance.refund.RefundOrder;
import io.quittance.refund.RefundOutcome;
import io.quittance.refund.RefundRoom;
import io.quittance.refund.RefundRow;
import io.quittance.refund.RefundState;
import io.quittance.refund.RefundWay;
import io.quittance.spi.bank.Bic;
import io.quittance.spi.bank.Iban;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Doorbell;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Judges wishes to give money back, under the lock of the payment, and writes them down. */
@ApplicationScoped
public class GivingBack {

    /** The bell of whoever sends refunds and asks after them. */
    public static final String BELL = "refund";

    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_NAME = 70;

    @Inject
    RefundRows rows;
    @Inject
    Receipts receipts;
    @Inject
    Receiving receiving;
    @Inject
    Plugins plugins;
    @Inject
    Approvals approvals;
    @Inject
    Doorbell doorbell;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges live;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Json json;

    public RefundRoom room(PaymentRow payment) {
        Money refundable = refundable(payment);
        return new RefundRoom(refundable, payment.state() == PaymentState.DISPUTED, through(payment).isPresent(),
                approvals.limits().needsTwo(refundable.plus(payment.takenBack())));
    }

    /** Gives back, or asks a second person. */
    public RefundOutcome ask(RefundOrder order) {
        return judged(order, (payment, through) -> {
            Money together = order.amount().plus(payment.takenBack()).plus(rows.underWay(payment.id(), order.amount().currency()));
            ApprovalRequest wish = new ApprovalRequest(order.key(), ApprovedRefund.KIND, payment.id().value(), label(payment),
                    order.amount(), order.reason(), json.write(order));
            return approvals.second(wish, together).<RefundOutcome>map(RefundOutcome.Waiting::new)
                    .orElseGet(() -> accept(order, payment, through));
        });
    }

    /** Gives back without asking anybody. */
    RefundOutcome give(RefundOrder order) {
        return judged(order, (payment, through) -> accept(order, payment, through));
    }

    private RefundOutcome judged(RefundOrder order, BiFunction<PaymentRow, Optional<RefundRows.Through>, RefundOutcome> next) {
        Optional<PaymentRow> payment = receipts.lockRow(order.payment());
        Optional<RefundRow> earlier = rows.byKey(order.key());
        if (earlier.isPresent()) {
            return new RefundOutcome.Known(earlier.get());
        }
        if (payment.isEmpty()) {
            return new RefundOutcome.Refused(List.of(Fault.of("payment", order.payment(), "refund.unknownPayment")));
        }
        Optional<RefundRows.Through> through = order.way() == RefundWay.GATEWAY ? through(payment.get()) : Optional.empty();
        List<Fault> faults = faults(order, payment.get(), through);
        return faults.isEmpty() ? next.apply(payment.get(), through) : new RefundOutcome.Refused(faults);
    }

    private List<Fault> faults(RefundOrder order, PaymentRow payment, Optional<RefundRows.Through> through) {
        List<Fault> faults = new ArrayList<>();
        Money refundable = refundable(payment);
        if (order.key().isBlank() || order.key().length() > LONGEST_KEY) {
            faults.add(Fault.of("key", order.key(), "text.tooLong", LONGEST_KEY));
        }
        if (order.reason().isEmpty()) {
            faults.add(Fault.of("reason", "", "refund.reason"));
        } else if (order.reason().length() > LONGEST_REASON) {
            faults.add(Fault.of("reason", order.reason().substring(0, 40) + "…", "text.tooLong", LONGEST_REASON));
        }
        if (!order.amount().currency().equals(refundable.currency())) {
            faults.add(Fault.of("amount", order.amount(), "payment.currencyDiffers", refundable.currency(), order.amount().currency()));
        } else if (!order.amount().isPositive()) {
            faults.add(Fault.of("amount", order.amount(), "money.notPositive"));
        } else if (payment.state() == PaymentState.DISPUTED) {
            faults.add(Fault.of("payment", payment.id(), "refund.disputed"));
        } else if (order.amount().compareTo(refundable) > 0) {
            faults.add(Fault.of("amount", order.amount(), "refund.tooMuch", refundable));
        }
        if (order.way() == RefundWay.GATEWAY && through.isEmpty()) {
            faults.add(Fault.of("way", order.way(), "refund.notThroughGateway"));
        }
        if (order.way() == RefundWay.TRANSFER) {
            faults.addAll(payeeFaults(order));
        }
        return faults;
    }

    private static List<Fault> payeeFaults(RefundOrder order) {
        List<Fault> faults = new ArrayList<>();
        Payee payee = order.payee() == null ? new Payee("", "", "") : order.payee();
        if (payee.name().isEmpty() || payee.name().length() > LONGEST_NAME) {
            faults.add(Fault.of("payee", payee.name(), payee.name().isEmpty() ? "text.missing" : "text.tooLong", LONGEST_NAME));
        }
        if (Iban.parse(payee.iban()).filter(Iban::inSepa).isEmpty()) {
            faults.add(Fault.of("iban", payee.iban(), "iban.sepa"));
        }
        if (!payee.bic().isEmpty() && Bic.parse(payee.bic()).isEmpty()) {
            faults.add(Fault.of("bic", payee.bic(), "bic.wrong"));
        }
        if (!order.amount().currency().getCurrencyCode().equals("EUR")) {
            faults.add(Fault.of("amount", order.amount(), "money.currencyDiffers", "EUR"));
        }
        return faults;
    }

    /** What was taken, less what went back and less what is under way. */
    private Money refundable(PaymentRow payment) {
        Money zero = Money.zero(payment.gross().currency());
        Money left = payment.gross().minus(payment.takenBack()).minus(rows.underWay(payment.id(), zero.currency()));
        return payment.state().wasCaptured() && left.isPositive() ? left : zero;
    }

    /** Whether a refund that waits to be sent is still covered; it counts as under way itself. */
    boolean stillStands(PaymentRow payment) {
        return payment.state() != PaymentState.DISPUTED
                && payment.takenBack().plus(rows.underWay(payment.id(), payment.gross().currency())).compareTo(payment.gross()) <= 0;
    }

    private Optional<RefundRows.Through> through(PaymentRow payment) {
        if (payment.gateway().equals(PaymentRow.BY_HAND)) {
            return Optional.empty();
        }
        PluginId gateway = new PluginId(payment.gateway());
        return plugins.followed(gateway, Capability.REFUNDS).map(installation -> new RefundRows.Through(installation, gateway));
    }

    private RefundOutcome accept(RefundOrder order, PaymentRow payment, Optional<RefundRows.Through> through) {
        RefundId id = new RefundId(ids.next());
        boolean waits = through.isPresent() || order.way() == RefundWay.TRANSFER;
        rows.add(id, order, through, waits ? RefundState.QUEUED : RefundState.SETTLED);
        audit.record("asked", "refund", id.value(), null, order);
        if (through.isPresent()) {
            doorbell.ring(BELL);
        } else if (!waits) {
            AccountRole from = order.way() == RefundWay.CASH ? AccountRole.CASH_IN_TRANSIT : AccountRole.BANK;
            receiving.giveBack(payment, "hand-" + id, order.amount(), from);
        }
        live.announce("payment", order.payment().value());
        return new RefundOutcome.Accepted(rows.find(id).orElseThrow());
    }

    private static String label(PaymentRow payment) {
        return payment.customerName().isEmpty() ? payment.reference() : payment.customerName();
    }
}
