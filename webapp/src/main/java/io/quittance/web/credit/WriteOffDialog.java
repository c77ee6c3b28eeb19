package io.quittance.web.credit;

import io.quittance.approval.boundary.Approvals;
import io.quittance.invoice.InvoiceId;
import io.quittance.spi.money.Money;
import io.quittance.web.invoice.InvoicePage;
import io.quittance.web.language.Format;
import io.quittance.web.shell.Say;
import io.quittance.writeoff.WriteOffOrder;
import io.quittance.writeoff.WriteOffOutcome;
import io.quittance.writeoff.WriteOffReason;
import io.quittance.writeoff.boundary.WriteOffs;
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

/** The dialog that writes off what is open of an invoice: first how much, then what this does, then done. */
@Named("writeOffDialog")
@ViewScoped
public class WriteOffDialog implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Set<String> INPUTS = Set.of("amount", "reason", "note");

    @Inject
    transient WriteOffs writeOffs;
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

    /** Of this dialog: pressed twice, it is written off once. */
    private String key;
    private BigDecimal amount;
    private WriteOffReason reason = WriteOffReason.OTHER;
    private String note = "";
    private boolean shown;

    /** A fresh form, filled in with what is open. */
    public void begin() {
        key = UUID.randomUUID().toString();
        amount = page.getView().row().open().toDecimal();
        reason = WriteOffReason.INSOLVENT;
        note = "";
        shown = false;
    }

    /** Judges what was entered; the effect is shown only when it is possible. */
    public void preview() {
        Money open = page.getView().row().open();
        try {
            Money wished = money();
            if (!wished.isPositive() || wished.compareTo(open) > 0) {
                say.wrong("writeOffForm:amount", say.text("writeoff.amount.wrong", format.money(open)));
                return;
            }
            shown = true;
        } catch (ArithmeticException tooFine) {
            say.wrong("writeOffForm:amount", say.text("payment.amount.tooFine", format.money(open)));
        }
    }

    public void back() {
        shown = false;
    }

    public void save() {
        switch (writeOffs.writeOff(new WriteOffOrder(key, new InvoiceId(page.getId()), money(), reason, note))) {
            case WriteOffOutcome.Done done -> say.done("writeoff.done", format.money(done.amount()));
            case WriteOffOutcome.AlreadyDone done -> say.done("writeoff.done", format.money(money()));
            case WriteOffOutcome.Waiting waits -> say.done("correction.waits");
            case WriteOffOutcome.Refused refused ->
                    say.faults(refused.faults(), field -> INPUTS.contains(field) ? "writeOffForm:" + field : null);
        }
        shown = false;
        page.refresh();
        corrections.refresh();
    }

    public boolean isShown() {
        return shown;
    }

    /** What would be open afterwards. */
    public Money getRest() {
        return page.getView().row().open().minus(money());
    }

    public Money getWrittenOff() {
        return money();
    }

    public boolean isNeedsTwo() {
        return approvals.limits().needsTwo(money().plus(corrections.getCorrected().total()));
    }

    private Money money() {
        return Money.of(amount, page.getView().row().open().currency(), RoundingMode.UNNECESSARY);
    }

    /** Those that a person can choose. */
    public List<WriteOffReason> getReasons() {
        return Arrays.stream(WriteOffReason.values()).filter(each -> each != WriteOffReason.RECOVERED).toList();
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        this.amount = amount;
    }

    public WriteOffReason getReason() {
        return reason;
    }

    public void setReason(WriteOffReason reason) {
        this.reason = reason;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
