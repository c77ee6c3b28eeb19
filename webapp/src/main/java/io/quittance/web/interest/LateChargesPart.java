package io.quittance.web.interest;

import io.quittance.approval.boundary.Approvals;
import io.quittance.interest.LateCharges;
import io.quittance.interest.NoInterest;
import io.quittance.interest.WaiverOrder;
import io.quittance.interest.WaiverOutcome;
import io.quittance.interest.boundary.LateInterest;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceView;
import io.quittance.spi.money.Money;
import io.quittance.web.credit.Corrections;
import io.quittance.web.invoice.InvoicePage;
import io.quittance.web.language.Format;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.UUID;

/** What the shown invoice bears for being late, and the dialog that waives it. */
@Named("lateCharges")
@ViewScoped
public class LateChargesPart implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Set<String> INPUTS = Set.of("amount", "reason");

    @Inject
    transient LateInterest interest;
    @Inject
    transient Approvals approvals;
    @Inject
    transient InvoicePage page;
    @Inject
    transient Corrections corrections;
    @Inject
    transient Format format;
    @Inject
    transient Say say;

    /** Of this dialog: pressed twice, it is waived once. */
    private String key;
    private BigDecimal amount;
    private String reason = "";
    private transient InvoiceView shown;
    private transient LateCharges charges;

    /** Null for a draft. Read again whenever the page's invoice was. */
    public LateCharges getCharges() {
        if (shown != page.getView()) {
            shown = page.getView();
            charges = interest.charges(shown.id()).orElse(null);
        }
        return charges;
    }

    /** Whether there is anything to say: it accrues, or was claimed before. */
    public boolean isShown(LateCharges late) {
        return late != null && (late.claimed().isPositive() || late.waived().isPositive() || !late.segments().isEmpty()
                || late.unknownFrom().isPresent());
    }

    /** Why nothing accrues any more; null where it does. */
    public NoInterest none(LateCharges late) {
        return late.none().orElse(null);
    }

    /** A fresh form, filled in with what is open. */
    public void begin() {
        key = UUID.randomUUID().toString();
        amount = getCharges().open().toDecimal();
        reason = "";
    }

    public void waive() {
        Money open = getCharges().open();
        try {
            Money wished = Money.of(amount, open.currency(), RoundingMode.UNNECESSARY);
            switch (interest.waive(new WaiverOrder(key, new InvoiceId(page.getId()), wished, reason))) {
                case WaiverOutcome.Done done -> say.done("interest.waived", format.money(done.amount()));
                case WaiverOutcome.AlreadyDone done -> say.done("interest.waived", format.money(wished));
                case WaiverOutcome.Waiting waits -> say.done("correction.waits");
                case WaiverOutcome.Refused refused ->
                        say.faults(refused.faults(), field -> INPUTS.contains(field) ? "waiverForm:" + field : null);
            }
        } catch (ArithmeticException tooFine) {
            say.wrong("waiverForm:amount", say.text("payment.amount.tooFine", format.money(open)));
        }
        page.refresh();
        corrections.refresh();
    }

    public boolean isLimited() {
        return !approvals.limits().amounts().isEmpty();
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        this.amount = amount;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
