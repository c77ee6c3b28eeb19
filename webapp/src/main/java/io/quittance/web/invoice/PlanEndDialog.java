package io.quittance.web.invoice;

import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.PlanEndOutcome;
import io.quittance.invoice.boundary.Instalments;
import io.quittance.web.language.Format;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The dialog that ends a plan of instalments, so that the original terms hold again. */
@Named("planEndDialog")
@ViewScoped
public class PlanEndDialog implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Instalments instalments;
    @Inject
    transient InvoicePage page;
    @Inject
    transient Format format;
    @Inject
    transient Say say;

    private String reason = "";

    public void begin() {
        reason = "";
    }

    public void save() {
        switch (instalments.end(new InvoiceId(page.getId()), reason)) {
            case PlanEndOutcome.Ended ended -> say.done("instalments.ended", format.money(ended.open()));
            case PlanEndOutcome.Refused refused -> say.faults(refused.faults(), field -> "planEndForm:" + field);
            case PlanEndOutcome.NoPlan none -> say.refused("instalments.none");
        }
        page.refresh();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
