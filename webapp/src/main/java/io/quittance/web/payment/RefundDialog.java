package io.quittance.web.payment;

import io.quittance.approval.ApprovalRow;
import io.quittance.approval.boundary.Approvals;
import io.quittance.payment.PaymentId;
import io.quittance.refund.Payee;
import io.quittance.refund.RefundOrder;
import io.quittance.refund.RefundOutcome;
import io.quittance.refund.RefundRoom;
import io.quittance.refund.RefundRow;
import io.quittance.refund.RefundWay;
import io.quittance.refund.boundary.RefundUnits;
import io.quittance.refund.boundary.Refunding;
import io.quittance.spi.money.Money;
import io.quittance.web.language.Format;
import io.quittance.web.shell.May;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The dialog that gives money of the shown payment back, and what was given back of it. */
@Named("refundDialog")
@ViewScoped
public class RefundDialog implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Set<String> INPUTS = Set.of("amount", "way", "reason", "iban", "bic");

    @Inject
    transient Refunding refunding;
    @Inject
    transient RefundUnits refunds;
    @Inject
    transient Approvals approvals;
    @Inject
    transient PaymentPage page;
    @Inject
    transient May may;
    @Inject
    transient Format format;
    @Inject
    transient Say say;

    private transient RefundRoom room;
    private transient List<RefundRow> rows;
    private transient List<ApprovalRow> waiting;
    /** Of this dialog: pressed twice, it is given back once. */
    private String key;
    private BigDecimal amount;
    private RefundWay way = RefundWay.GATEWAY;
    private String reason = "";
    private String payee = "";
    private String iban = "";
    private String bic = "";

    /** A fresh form, filled in with all that may go back. */
    public void begin() {
        refresh();
        key = UUID.randomUUID().toString();
        amount = getRoom().refundable().toDecimal();
        way = getRoom().gateway() ? RefundWay.GATEWAY : RefundWay.BANK_TRANSFER;
        reason = "";
        payee = page.getView().row().customerName();
        iban = "";
        bic = "";
    }

    /** Gives back; a gateway is called at once, and what it answers is said. */
    public void save() {
        Money most = getRoom().refundable();
        try {
            Money wished = Money.of(amount, most.currency(), RoundingMode.UNNECESSARY);
            answer(refunding.start(new RefundOrder(key, payment(), wished, way, reason,
                    way == RefundWay.TRANSFER ? new Payee(payee, iban, bic) : null)));
        } catch (ArithmeticException tooFine) {
            say.wrong("refundForm:amount", say.text("payment.amount.tooFine", format.money(most)));
        }
        refreshAll();
    }

    private void answer(RefundOutcome outcome) {
        switch (outcome) {
            case RefundOutcome.Accepted(RefundRow row) -> tell(row);
            case RefundOutcome.Known(RefundRow row) -> tell(row);
            case RefundOutcome.Waiting waits -> say.done("correction.waits");
            case RefundOutcome.Refused refused ->
                    say.faults(refused.faults(), field -> field.equals("payee") ? "refundForm:payeeName"
                            : INPUTS.contains(field) ? "refundForm:" + field : null);
        }
    }

    private void tell(RefundRow row) {
        switch (row.state()) {
            case SETTLED -> say.done("refund.done", format.money(row.amount()));
            case DECLINED -> say.refused("refund.declined", row.detail());
            case NOT_SENT -> say.refused("refund.notSent", row.detail());
            case QUEUED, STARTED, PENDING, IN_DOUBT -> say.done(row.way() == RefundWay.TRANSFER ? "refund.queued" : "refund.underWay",
                    format.money(row.amount()));
        }
    }

    /** Forgets what was read; the next showing asks again. */
    public void refresh() {
        room = null;
        rows = null;
        waiting = null;
    }

    /** Like {@link #refresh}, of the whole page. */
    public void refreshAll() {
        page.refresh();
        refresh();
    }

    public boolean isPossible() {
        return may.use("PAYMENT_REFUND") && getRoom().isOpen();
    }

    public RefundRoom getRoom() {
        if (room == null) {
            room = refunds.room(payment()).orElseThrow();
        }
        return room;
    }

    public List<RefundRow> getRows() {
        if (rows == null) {
            rows = refunds.ofPayment(payment());
        }
        return rows;
    }

    /** What waits for a second person. */
    public List<ApprovalRow> getWaiting() {
        if (waiting == null) {
            waiting = may.use("PAYMENT_REFUND") ? approvals.waitingFor(page.getId()) : List.of();
        }
        return waiting;
    }

    /** Those that this payment can go back by. */
    public List<RefundWay> getWays() {
        return Arrays.stream(RefundWay.values()).filter(each -> each != RefundWay.GATEWAY || getRoom().gateway()).toList();
    }

    private PaymentId payment() {
        return new PaymentId(page.getId());
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        this.amount = amount;
    }

    public RefundWay getWay() {
        return way;
    }

    public void setWay(RefundWay way) {
        this.way = way;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getPayee() {
        return payee;
    }

    public void setPayee(String payee) {
        this.payee = payee;
    }

    public String getIban() {
        return iban;
    }

    public void setIban(String iban) {
        this.iban = iban;
    }

    public String getBic() {
        return bic;
    }

    public void setBic(String bic) {
        this.bic = bic;
    }
}
