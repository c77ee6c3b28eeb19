package io.quittance.web.credit;

import io.quittance.allocation.EarlyPaymentView;
import io.quittance.allocation.boundary.EarlyPayment;
import io.quittance.approval.ApprovalRow;
import io.quittance.approval.boundary.Approvals;
import io.quittance.credit.CreditNote;
import io.quittance.credit.boundary.CreditNotes;
import io.quittance.invoice.Corrected;
import io.quittance.invoice.DocumentStatus;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.spi.money.Money;
import io.quittance.web.invoice.InvoicePage;
import io.quittance.writeoff.WriteOffRow;
import io.quittance.writeoff.boundary.WriteOffs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What of the shown invoice was credited and written off, and what waits for a second person. */
@Named("corrections")
@RequestScoped
public class Corrections {

    @Inject
    InvoicePage page;
    @Inject
    Settlement settlement;
    @Inject
    CreditNotes notes;
    @Inject
    WriteOffs writeOffs;
    @Inject
    EarlyPayment early;
    @Inject
    Approvals approvals;

    private Corrected corrected;
    private List<CreditNote> creditNotes;
    private List<WriteOffRow> rows;
    private List<ApprovalRow> waiting;

    /** Forgets what was read; the next showing asks again. */
    public void refresh() {
        corrected = null;
        creditNotes = null;
        rows = null;
        waiting = null;
    }

    public Corrected getCorrected() {
        if (corrected == null) {
            Money zero = Money.zero(page.getView().row().gross().currency());
            corrected = settlement.corrected(id()).values().stream().reduce(new Corrected(zero, zero), Corrected::plus);
        }
        return corrected;
    }

    /** What came in as money: all that is neither open nor corrected. */
    public Money getPaid() {
        InvoiceView view = page.getView();
        Money discounted = view.discount().isEmpty() ? Money.zero(view.row().open().currency())
                : early.of(view.id()).map(EarlyPaymentView::granted).orElseThrow();
        return view.claimed().minus(view.row().open()).minus(getCorrected().total()).minus(discounted);
    }

    /** Whether something is left that a credit note could take. */
    public boolean isCreditable() {
        InvoiceView view = page.getView();
        return view.row().facts().document() == DocumentStatus.ISSUED
                && getCorrected().credited().compareTo(view.row().gross()) < 0;
    }

    /** Whether it can be cancelled: it stands, and no money came in for it. */
    public boolean isCancellable() {
        return isCreditable() && getPaid().isZero();
    }

    public List<CreditNote> getCreditNotes() {
        if (creditNotes == null) {
            creditNotes = notes.ofInvoice(id());
        }
        return creditNotes;
    }

    public List<WriteOffRow> getWriteOffs() {
        if (rows == null) {
            rows = writeOffs.of(id());
        }
        return rows;
    }

    public List<ApprovalRow> getWaiting() {
        if (waiting == null) {
            waiting = approvals.waitingFor(id().value());
        }
        return waiting;
    }

    private InvoiceId id() {
        return new InvoiceId(page.getId());
    }
}
