package io.quittance.web.credit;

import io.quittance.credit.CreditOrder;
import io.quittance.credit.CreditOutcome;
import io.quittance.credit.boundary.CreditNotes;
import io.quittance.invoice.InvoiceId;
import io.quittance.web.invoice.InvoicePage;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/** The dialog that cancels an unpaid invoice: why, and whether the customer is told. */
@Named("cancelDialog")
@ViewScoped
public class CancelDialog implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Set<String> INPUTS = Set.of("reason", "mail");

    @Inject
    transient CreditNotes notes;
    @Inject
    transient InvoicePage page;
    @Inject
    transient Corrections corrections;
    @Inject
    transient Say say;

    /** Of this dialog: pressed twice, it is cancelled once. */
    private String key;
    private String reason = "";
    private boolean mail;

    public void begin() {
        key = UUID.randomUUID().toString();
        reason = "";
        mail = !page.getView().buyer().email().isEmpty();
    }

    public void save() {
        CreditOrder order = CreditOrder.cancellation(key, new InvoiceId(page.getId()), reason, mail);
        switch (notes.issue(order)) {
            case CreditOutcome.Issued done -> say.done("cancel.done", done.number());
            case CreditOutcome.AlreadyIssued done -> say.done("cancel.done", done.number());
            case CreditOutcome.Waiting waits -> say.done("correction.waits");
            case CreditOutcome.Refused refused ->
                    say.faults(refused.faults(), field -> INPUTS.contains(field) ? "cancelForm:" + field : null);
        }
        page.refresh();
        corrections.refresh();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public boolean isMail() {
        return mail;
    }

    public void setMail(boolean mail) {
        this.mail = mail;
    }
}
