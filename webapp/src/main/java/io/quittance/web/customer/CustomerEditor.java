package io.quittance.web.customer;

import io.quittance.Fault;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerDetails;
import io.quittance.customer.CustomerId;
import io.quittance.customer.CustomerKind;
import io.quittance.customer.CustomerOutcome;
import io.quittance.customer.PostalAddress;
import io.quittance.customer.boundary.CustomerBilling;
import io.quittance.customer.boundary.Customers;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Tenant;
import io.quittance.web.shell.Missing;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Creates and changes customers. */
@Named("customerEditor")
@ViewScoped
public class CustomerEditor implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_TERMS_DAYS = 14;

    @Inject
    transient Customers customers;

    @Inject
    transient CustomerBilling billing;

    @Inject
    transient CurrentTenant tenant;

    @Inject
    transient Say say;

    private Long id;
    private final CustomerForm form = new CustomerForm();

    public void open() {
        form.setCreditCurrency(tenant.get().currency());
        if (id == null) {
            Tenant mine = tenant.get();
            form.setKind(CustomerKind.BUSINESS);
            form.setLanguage(mine.language().getLanguage());
            form.setZone(mine.zone().getId());
            form.setCountry(mine.country());
            form.setTermsDays(USUAL_TERMS_DAYS);
            return;
        }
        Optional<Customer> known = customers.find(new CustomerId(id));
        if (known.isEmpty()) {
            Missing.answer();
            return;
        }
        form.fill(known.get().details());
        form.fill(billing.of(known.get().id()));
    }

    public String save() {
        CustomerDetails details;
        try {
            details = details(form.limit());
        } catch (ArithmeticException tooFine) {
            say.wrong("customerForm:creditLimit", say.text("customer.limit.tooFine"));
            return null;
        }
        CustomerOutcome outcome = id == null ? customers.create(details) : customers.change(new CustomerId(id), details);
        return switch (outcome) {
            case CustomerOutcome.Saved saved -> {
                List<Fault> faults = billing.change(saved.customer().id(), form.billing());
                if (!faults.isEmpty()) {
                    id = saved.customer().id().value();
                    say.faults(faults, CustomerEditor::inputOf);
                    yield null;
                }
                say.done("customer.saved", saved.customer().name());
                yield "/app/customer/page.xhtml?faces-redirect=true&id=" + saved.customer().id().value();
            }
            case CustomerOutcome.Refused refused -> {
                say.faults(refused.faults(), CustomerEditor::inputOf);
                yield null;
            }
            case CustomerOutcome.Unknown gone -> {
                say.refused("error.gone");
                yield null;
            }
        };
    }

    private CustomerDetails details(Optional<Money> limit) {
        List<String> emails = Arrays.stream(form.getEmails().split("[,;\\s]+")).filter(email -> !email.isBlank()).toList();
        PostalAddress address = new PostalAddress(form.getStreet(), form.getExtra(), form.getPostcode(), form.getCity(), form.getRegion(),
                form.getCountry());
        return new CustomerDetails(form.getName().strip(), form.getKind(), form.getSegment(), emails, Locale.of(form.getLanguage()),
                ZoneId.of(form.getZone()), form.getTermsDays(), limit, form.getExternalRef(), form.getTaxId(), address);
    }

    private static String inputOf(String field) {
        String leaf = field.replaceFirst("^address\\.", "").replaceFirst("\\[\\d+].*$", "");
        return "customerForm:" + leaf;
    }

    public boolean isFresh() {
        return id == null;
    }

    public CustomerForm getForm() {
        return form;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }
}
