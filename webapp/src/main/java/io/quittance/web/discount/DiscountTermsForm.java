package io.quittance.web.discount;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.DiscountTerms;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.boundary.DiscountOffers;
import io.quittance.web.shell.Say;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is offered for paying early: on a customer's page to that customer, on a draft's page by that draft. */
@Named("discountTerms")
@ViewScoped
public class DiscountTermsForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Set<String> INPUTS = Set.of("percent", "days");

    @Inject
    transient DiscountOffers offers;
    @Inject
    transient Permissions permissions;
    @Inject
    transient Say say;

    private Long id;
    private boolean ofCustomer;
    private boolean offered;
    private BigDecimal percent = new BigDecimal("2");
    private int days = 10;
    private DiscountTerms.TaxMode taxMode = DiscountTerms.TaxMode.INCLUDED;

    @PostConstruct
    void open() {
        FacesContext faces = FacesContext.getCurrentInstance();
        String given = faces.getExternalContext().getRequestParameterMap().get("id");
        id = given != null && given.matches("[1-9][0-9]{0,17}") ? Long.valueOf(given) : null;
        ofCustomer = faces.getViewRoot().getViewId().contains("/customer/");
        Optional<DiscountTerms> terms = id == null ? Optional.empty()
                : ofCustomer ? offers.ofCustomer(new CustomerId(id)) : offers.ofDraft(new InvoiceId(id));
        offered = terms.isPresent();
        terms.ifPresent(known -> {
            percent = known.percent();
            days = known.days();
            taxMode = known.taxMode();
        });
    }

    public void save() {
        change(Optional.of(new DiscountTerms(percent, days, taxMode)), "discount.saved");
    }

    public void remove() {
        change(Optional.empty(), ofCustomer ? "discount.removed" : "discount.removed.draft");
    }

    private void change(Optional<DiscountTerms> terms, String done) {
        List<Fault> faults = ofCustomer ? offers.change(new CustomerId(id), terms) : offers.changeDraft(new InvoiceId(id), terms);
        if (faults.isEmpty()) {
            offered = terms.isPresent();
            say.done(done);
        } else {
            say.faults(faults, field -> INPUTS.contains(field) ? "discount:" + field : null);
        }
    }

    public boolean isFixed() {
        return !permissions.allowed(ofCustomer ? Permission.CUSTOMER_WRITE : Permission.INVOICE_WRITE);
    }

    public boolean isOfCustomer() {
        return ofCustomer;
    }

    public boolean isOffered() {
        return offered;
    }

    public DiscountTerms.TaxMode[] getModes() {
        return DiscountTerms.TaxMode.values();
    }

    public BigDecimal getPercent() {
        return percent;
    }

    public void setPercent(BigDecimal percent) {
        this.percent = percent;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }

    public DiscountTerms.TaxMode getTaxMode() {
        return taxMode;
    }

    public void setTaxMode(DiscountTerms.TaxMode taxMode) {
        this.taxMode = taxMode;
    }
}
