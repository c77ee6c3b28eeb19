package io.quittance.web.discount;

import io.quittance.Fault;
import io.quittance.allocation.EarlyPaymentView;
import io.quittance.allocation.Goodwill;
import io.quittance.allocation.boundary.EarlyPayment;
import io.quittance.invoice.InvoiceView;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.web.credit.Corrections;
import io.quittance.web.invoice.InvoicePage;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What the shown invoice offers for paying early, what became of it, and goodwill. */
@Named("earlyPayment")
@ViewScoped
public class EarlyPaymentPart implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Set<String> INPUTS = Set.of("until", "reason");

    @Inject
    transient EarlyPayment early;
    @Inject
    transient InvoicePage page;
    @Inject
    transient Corrections corrections;
    @Inject
    transient CurrentTenant tenant;
    @Inject
    transient Clock clock;
    @Inject
    transient Say say;

    private LocalDate until;
    private String reason = "";
    private transient InvoiceView shown;
    private transient EarlyPaymentView view;

    /** Null where nothing is offered. Read again whenever the page's invoice was. */
    public EarlyPaymentView getView() {
        if (shown != page.getView()) {
            shown = page.getView();
            view = shown.discount().isEmpty() ? null : early.of(shown.id()).orElse(null);
        }
        return view;
    }

    /** Whether the day has passed and something is open that goodwill could settle. */
    public boolean isExtendable() {
        return getView() != null && page.isPayable() && !getView().granted().isPositive()
                && tenant.get().today(clock).isAfter(getView().until());
    }

    public void extend() {
        List<Fault> faults = early.extend(new Goodwill(page.getView().id(), until, reason));
        if (faults.isEmpty()) {
            say.done("discount.extended");
        } else {
            say.faults(faults, field -> INPUTS.contains(field) ? "invoice:goodwill-" + field : null);
        }
        page.refresh();
        corrections.refresh();
    }

    public LocalDate getUntil() {
        return until == null ? tenant.get().today(clock) : until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
