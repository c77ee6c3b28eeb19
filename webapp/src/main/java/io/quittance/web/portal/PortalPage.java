package io.quittance.web.portal;

import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.boundary.Allocations;
import io.quittance.config.Configuration;
import io.quittance.delivery.boundary.Portal;
import io.quittance.invoice.DocumentStatus;
import io.quittance.invoice.DueDate;
import io.quittance.invoice.InvoiceView;
import io.quittance.payment.AttemptState;
import io.quittance.payment.AttemptView;
import io.quittance.payment.CheckoutOrder;
import io.quittance.payment.CheckoutResult;
import io.quittance.payment.boundary.Checkouts;
import io.quittance.plugin.Capability;
import io.quittance.plugin.EnabledGateway;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.spi.money.Money;
import io.quittance.web.language.Language;
import io.quittance.web.shell.Missing;
import io.quittance.web.shell.Say;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.primefaces.PrimeFaces;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One invoice for its debtor: what is due, how to pay all or a part of it, and what became of the last try. */
@Named("portal")
@ViewScoped
public class PortalPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Portal boundary;

    @Inject
    transient Allocations allocations;

    @Inject
    transient Checkouts checkouts;

    @Inject
    transient Plugins plugins;

    @Inject
    transient Configuration configuration;

    @Inject
    transient Language language;

    @Inject
    transient Clock clock;

    @Inject
    transient Say say;

    private transient InvoiceView view;
    private transient List<AllocationRow> shares;
    private transient List<EnabledGateway> gateways;
    private transient List<AttemptView> attempts;

    private String address = "";
    private boolean back;
    private boolean payableShown;
    private boolean part;
    private BigDecimal amount;

    public void open() {
        Object kept = FacesContext.getCurrentInstance().getExternalContext().getRequestMap().get(PortalPath.attribute());
        Optional<PortalPath> path = PortalPath.kept(kept);
        if (path.isEmpty()) {
            Missing.answer();
            return;
        }
        address = path.get().address();
        payableShown = isPayable();
        if (back) {
            getAttempts().stream().findFirst().map(AttemptView::id).ifPresent(checkouts::returned);
        }
    }

    /** Leaves the inputs alone, in which somebody may be writing, unless there is nothing left to pay or something again. */
    public void refresh() {
        view = null;
        shares = null;
        attempts = null;
        if (isPayable() != payableShown) {
            payableShown = isPayable();
            PrimeFaces.current().ajax().update("pay");
        }
    }

    /** Opens the gateway's hosted page for all or a part of what is open. */
    public void pay(String gateway) {
        Money open = getView().row().open();
        Money wanted = getDueNow();
        if (part) {
            try {
                wanted = amount == null ? Money.zero(open.currency()) : Money.of(amount, open.currency(), RoundingMode.UNNECESSARY);
            } catch (ArithmeticException tooFine) {
                wanted = Money.zero(open.currency());
            }
            if (!wanted.isPositive() || wanted.compareTo(open) > 0) {
                say.wrong("pay:amount", say.text("portal.amount.wrong"));
                return;
            }
        }
        URI home = URI.create(configuration.baseUrl() + address + "?back=true");
        CheckoutResult result = checkouts.start(
                new CheckoutOrder(getView().id(), wanted, new InstallationId(gateway), home, language.getLocale()));
        switch (result) {
            case CheckoutResult.Redirect redirect -> leaveFor(redirect.page());
            case CheckoutResult.Declined declined -> say.refused("portal.declined", declined.reason());
            case CheckoutResult.NotSent notSent -> say.refused("portal.notSent");
            case CheckoutResult.InDoubt doubt -> say.refused("portal.inDoubt");
            case CheckoutResult.Held held -> say.refused("portal.inDoubt");
            case CheckoutResult.UnknownInvoice gone -> say.refused("error.gone");
            case CheckoutResult.Refused refused -> say.faults(List.of(refused.fault()), field -> null);
        }
        refresh();
    }

    private static void leaveFor(URI page) {
        try {
            FacesContext.getCurrentInstance().getExternalContext().redirect(page.toString());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    public InvoiceView getView() {
        if (view == null) {
            view = boundary.invoice();
        }
        return view;
    }

    /** Of an invoice in instalments what is due by its next due date, or by today when that has passed; else all that is open. */
    public Money getDueNow() {
        Money due = getDue();
        return isDiscounted() ? due.minus(getView().discount().orElseThrow().amount()) : due;
    }

    /** Whether paying today earns the discount: in time, and nothing was credited or laid out in instalments. */
    public boolean isDiscounted() {
        InvoiceView shown = getView();
        if (shown.discount().isEmpty() || shown.claims().size() != 1) {
            return false;
        }
        Money paid = getShares().stream().map(AllocationRow::amount).reduce(Money.zero(shown.row().open().currency()), Money::plus);
        LocalDate today = LocalDate.ofInstant(clock.instant(), shown.due().orElseThrow().zone());
        return !today.isAfter(shown.discount().get().lastDay()) && shown.row().open().plus(paid).equals(shown.row().gross())
                && shown.row().open().compareTo(shown.discount().get().amount()) > 0;
    }

    private Money getDue() {
        return getView().nextDue().map(due -> getView().openBy(latest(due))).orElseGet(() -> getView().row().open());
    }

    private LocalDate latest(DueDate due) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), due.zone());
        return today.isAfter(due.date()) ? today : due.date();
    }

    public boolean isCancelled() {
        return getView().row().facts().document() == DocumentStatus.CANCELLED;
    }

    public boolean isPayable() {
        return getView().row().open().isPositive();
    }

    public List<AllocationRow> getShares() {
        if (shares == null) {
            shares = allocations.ofInvoice(getView().id());
        }
        return shares;
    }

    public List<EnabledGateway> getGateways() {
        if (gateways == null) {
            gateways = plugins.enabled(Capability.CHECKOUT);
        }
        return gateways;
    }

    private List<AttemptView> getAttempts() {
        if (attempts == null) {
            attempts = checkouts.attempts(getView().id());
        }
        return attempts;
    }

    /** What to tell somebody who comes back from a gateway: none, waiting, succeeded or failed. */
    public String getReturned() {
        Optional<AttemptState> state = back ? getAttempts().stream().findFirst().map(AttemptView::state) : Optional.empty();
        return state.map(last -> switch (last) {
            case STARTED, OPEN, IN_DOUBT -> "waiting";
            case SUCCEEDED -> "succeeded";
            case DECLINED, NOT_SENT, FAILED -> "failed";
        }).orElse("none");
    }

    public String getAddress() {
        return address;
    }

    public boolean isBack() {
        return back;
    }

    public void setBack(boolean back) {
        this.back = back;
    }

    public boolean isPart() {
        return part;
    }

    public void setPart(boolean part) {
        this.part = part;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        this.amount = amount;
    }
}
