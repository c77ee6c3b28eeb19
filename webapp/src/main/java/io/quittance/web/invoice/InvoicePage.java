package io.quittance.web.invoice;

import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.boundary.Allocations;
import io.quittance.delivery.boundary.InvoiceSending;
import io.quittance.delivery.boundary.PortalLinks;
import io.quittance.dunning.ReminderRow;
import io.quittance.dunning.boundary.Dunning;
import io.quittance.invoice.CreditStanding;
import io.quittance.invoice.DocumentStatus;
import io.quittance.invoice.DraftOutcome;
import io.quittance.invoice.HoldKind;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.IssueOutcome;
import io.quittance.invoice.TimelineEntry;
import io.quittance.invoice.boundary.DraftDefaults;
import io.quittance.invoice.boundary.InvoiceHolds;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.invoice.boundary.Invoicing;
import io.quittance.ledger.JournalLine;
import io.quittance.ledger.boundary.LedgerReports;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.boundary.Payments;
import io.quittance.web.shell.Missing;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One invoice: what it says, what was paid, what happened to it, and what can be done about it. */
@Named("invoicePage")
@ViewScoped
public class InvoicePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient InvoiceList list;

    @Inject
    transient Invoicing invoicing;

    @Inject
    transient DraftDefaults defaults;

    @Inject
    transient InvoiceHolds holds;

    @Inject
    transient InvoiceSending sending;

    @Inject
    transient PortalLinks links;

    @Inject
    transient Allocations allocations;

    @Inject
    transient Payments payments;

    @Inject
    transient LedgerReports ledger;

    @Inject
    transient Dunning dunning;

    @Inject
    transient Permissions permissions;

    @Inject
    transient Say say;

    private transient InvoiceView view;
    private transient List<TimelineEntry> timeline;
    private transient List<AllocationRow> shares;
    private transient Map<PaymentId, PaymentRow> payers;
    private transient List<JournalLine> journal;
    private transient List<ReminderRow> reminders;

    private Long id;
    private boolean mail = true;
    private String holdReason = "";
    private String link = "";

    public void open() {
        if (id == null || list.find(new InvoiceId(id)).isEmpty()) {
            Missing.answer();
        }
    }

    /** Forgets what was read; the next showing asks again. */
    public void refresh() {
        view = null;
        timeline = null;
        shares = null;
        payers = null;
        journal = null;
        reminders = null;
    }

    public void issue() {
        switch (invoicing.issue(new InvoiceId(id), mail)) {
            case IssueOutcome.Issued issued -> say.done(mail ? "invoice.issued.mailed" : "invoice.issued.only", issued.number().text());
            case IssueOutcome.AlreadyIssued earlier -> say.done("invoice.issued.only", earlier.number().text());
            case IssueOutcome.Refused refused -> say.faults(refused.faults(), field -> null);
            case IssueOutcome.NotADraft closed -> say.refused("invoice.notADraft");
            case IssueOutcome.Unknown unknown -> say.refused("error.gone");
        }
        refresh();
    }

    public void discard() {
        if (invoicing.discard(new InvoiceId(id)) instanceof DraftOutcome.Discarded) {
            say.done("invoice.discarded");
        } else {
            say.refused("invoice.notADraft");
        }
        refresh();
    }

    public void sendAgain() {
        if (sending.sendAgain(new InvoiceId(id))) {
            say.done("invoice.sentAgain");
        } else {
            say.refused("invoice.sentAgain.not");
        }
        refresh();
    }

    public void makeLink() {
        link = links.create(new InvoiceId(id)).url();
    }

    public void hold() {
        if (holds.place(new InvoiceId(id), HoldKind.MANUAL, holdReason)) {
            say.done("invoice.held");
        } else {
            say.refused("invoice.held.not");
        }
        holdReason = "";
        refresh();
    }

    public void lift(HoldKind kind) {
        if (holds.lift(new InvoiceId(id), kind)) {
            say.done("invoice.lifted");
        }
        refresh();
    }

    public InvoiceView getView() {
        if (view == null) {
            view = list.find(new InvoiceId(id)).orElseThrow(() -> new IllegalStateException("invoice " + id + " is gone"));
        }
        return view;
    }

    /** How the customer would stand to its limit if this draft were issued; null unless it would be beyond. */
    public CreditStanding getCreditWarning() {
        return isDraft() ? defaults.credit(getView().row().customer(), getView().row().gross()).filter(CreditStanding::over).orElse(null)
                : null;
    }

    public boolean isDraft() {
        return getView().row().facts().document() == DocumentStatus.DRAFT;
    }

    public boolean isIssued() {
        return getView().row().facts().document() == DocumentStatus.ISSUED;
    }

    public boolean isPayable() {
        return getView().row().facts().document() == DocumentStatus.ISSUED && getView().row().open().isPositive();
    }

    public List<TimelineEntry> getTimeline() {
        timeline = once(timeline, () -> list.timeline(new InvoiceId(id)));
        return timeline;
    }

    public List<AllocationRow> getShares() {
        shares = once(shares, () -> allocations.ofInvoice(new InvoiceId(id)));
        return shares;
    }

    /** The payment that a share comes from; null for a reader who may not see payments. */
    public PaymentRow payer(PaymentId payment) {
        if (payers == null) {
            List<PaymentId> all = getShares().stream().map(AllocationRow::payment).distinct().toList();
            payers = all.isEmpty() || !permissions.allowed(Permission.PAYMENT_READ) ? Map.of()
                    : payments.all(all).stream().collect(Collectors.toMap(PaymentRow::id, Function.identity()));
        }
        return payers.get(payment);
    }

    public List<JournalLine> getJournal() {
        journal = once(journal, () -> ledger.behindInvoice(id));
        return journal;
    }

    public List<ReminderRow> getReminders() {
        reminders = once(reminders,
                () -> permissions.allowed(Permission.REMINDER_READ) ? dunning.of(new InvoiceId(id)) : List.of());
        return reminders;
    }

    private static <T> T once(T known, Supplier<T> read) {
        return known == null ? read.get() : known;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public boolean isMail() {
        return mail;
    }

    public void setMail(boolean mail) {
        this.mail = mail;
    }

    public String getHoldReason() {
        return holdReason;
    }

    public void setHoldReason(String holdReason) {
        this.holdReason = holdReason;
    }

    public String getLink() {
        return link;
    }
}
