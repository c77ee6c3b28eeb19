package io.quittance.web.payment;

import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.allocation.AllocationId;
import io.quittance.allocation.AllocationOutcome;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.ReleaseOutcome;
import io.quittance.allocation.boundary.Allocations;
import io.quittance.customer.Customer;
import io.quittance.customer.boundary.Customers;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.ledger.Cause;
import io.quittance.ledger.JournalLine;
import io.quittance.ledger.boundary.LedgerReports;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentView;
import io.quittance.payment.boundary.Payments;
import io.quittance.web.language.Format;
import io.quittance.web.shell.Missing;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One payment: what happened to it, where it went, and the journal lines behind the amount. */
@Named("paymentPage")
@ViewScoped
public class PaymentPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Payments payments;

    @Inject
    transient Allocations allocations;

    @Inject
    transient InvoiceList invoices;

    @Inject
    transient Customers customers;

    @Inject
    transient LedgerReports ledger;

    @Inject
    transient Permissions permissions;

    @Inject
    transient Format format;

    @Inject
    transient Say say;

    private transient PaymentView view;
    private transient List<AllocationRow> shares;
    private transient List<JournalLine> journal;
    private transient Map<InvoiceId, String> numbers;
    private Long id;

    public void open() {
        if (id == null || payments.find(new PaymentId(id)).isEmpty()) {
            Missing.answer();
        }
    }

    public void refresh() {
        view = null;
        shares = null;
        journal = null;
    }

    public void applyByRules() {
        switch (allocations.applyByRules(new PaymentId(id))) {
            case AllocationOutcome.Allocated done when done.shares().isEmpty() -> say.refused("payment.nothingOpen");
            case AllocationOutcome.Allocated done -> say.done("payment.applied.done", done.shares().size(), format.money(done.remainder()));
            case AllocationOutcome.CurrencyDiffers differs -> say.refused("payment.currencyDiffers");
            case AllocationOutcome.NotEnoughUnapplied less -> say.refused("payment.nothingOpen");
            case AllocationOutcome.MoreThanOpen more -> say.refused("payment.nothingOpen");
            case AllocationOutcome.Unknown gone -> say.refused("error.gone");
            case AllocationOutcome.Refused refused -> say.faults(refused.faults(), field -> null);
        }
        refresh();
    }

    public void release(long allocation) {
        switch (allocations.release(new AllocationId(allocation))) {
            case ReleaseOutcome.Released released -> say.done("payment.released", format.money(released.amount()));
            case ReleaseOutcome.AlreadyReleased earlier -> say.refused("payment.released.already");
            case ReleaseOutcome.Unknown gone -> say.refused("error.gone");
        }
        refresh();
    }

    public PaymentView getView() {
        if (view == null) {
            view = payments.find(new PaymentId(id)).orElseThrow(() -> new IllegalStateException("payment " + id + " is gone"));
        }
        return view;
    }

    public List<AllocationRow> getShares() {
        if (shares == null) {
            shares = allocations.ofPayment(new PaymentId(id));
        }
        return shares;
    }

    /** An invoice's number, for a link. */
    public String number(InvoiceId invoice) {
        if (numbers == null) {
            numbers = new HashMap<>();
        }
        return numbers.computeIfAbsent(invoice, this::readNumber);
    }

    private String readNumber(InvoiceId invoice) {
        return invoices.find(invoice).map(InvoiceView::row).flatMap(row -> row.number()).map(Object::toString).orElse(invoice.toString());
    }

    public String getCustomerName() {
        return getView().row().customer().filter(known -> permissions.allowed(Permission.CUSTOMER_READ))
                .flatMap(customers::find).map(Customer::name).orElse("");
    }

    public List<JournalLine> getJournal() {
        if (journal == null) {
            journal = ledger.behindCause(new Cause("payment", id));
        }
        return journal;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }
}
