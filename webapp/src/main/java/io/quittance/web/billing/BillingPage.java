package io.quittance.web.billing;

import io.quittance.billing.BillingOutcome;
import io.quittance.billing.BillingPreview;
import io.quittance.billing.BillingRun;
import io.quittance.billing.BillingSelection;
import io.quittance.billing.boundary.BillingRuns;
import io.quittance.customer.CustomerId;
import io.quittance.web.customer.CustomerChoice;
import io.quittance.web.shell.PlainRows;
import io.quittance.web.shell.Say;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Starts billing runs and lists them. */
@Named("billing")
@ViewScoped
public class BillingPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient BillingRuns boundary;

    @Inject
    transient Say say;

    private transient PlainRows<BillingRun> rows;
    private transient List<BillingPreview> preview;
    /** Of this form: pressed twice, one run is started. */
    private String key;
    private CustomerChoice customer;
    private Currency currency;
    private boolean mail = true;

    @PostConstruct
    void open() {
        key = UUID.randomUUID().toString();
        rows = new PlainRows<>((offset, limit) -> boundary.page(offset, limit));
    }

    /** Another selection: its drafts are counted anew. */
    public void refresh() {
        preview = null;
    }

    /** What would be issued, for each currency by itself. */
    public List<BillingPreview> getPreview() {
        if (preview == null) {
            preview = boundary.preview(selection());
        }
        return preview;
    }

    public String start() {
        return switch (boundary.start(selection(), mail, key)) {
            case BillingOutcome.Accepted accepted -> "/app/billing/page.xhtml?faces-redirect=true&id=" + accepted.run().id().value();
            case BillingOutcome.NothingToIssue nothing -> {
                refresh();
                say.refused("billing.nothing");
                yield null;
            }
            case BillingOutcome.Unknown unknown -> null;
        };
    }

    private BillingSelection selection() {
        return new BillingSelection(Optional.ofNullable(customer).map(chosen -> new CustomerId(chosen.id())), Optional.ofNullable(currency),
                List.of());
    }

    public PlainRows<BillingRun> getRows() {
        return rows;
    }

    public CustomerChoice getCustomer() {
        return customer;
    }

    public void setCustomer(CustomerChoice customer) {
        this.customer = customer;
    }

    public Currency getCurrency() {
        return currency;
    }

    public void setCurrency(Currency currency) {
        this.currency = currency;
    }

    public boolean isMail() {
        return mail;
    }

    public void setMail(boolean mail) {
        this.mail = mail;
    }
}
