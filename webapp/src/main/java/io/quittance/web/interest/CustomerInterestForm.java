package io.quittance.web.interest;

import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.customer.CustomerId;
import io.quittance.interest.CustomerInterest;
import io.quittance.interest.boundary.LateInterest;
import io.quittance.web.customer.CustomerPage;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;

/** Whether interest is claimed from one customer, whatever the policy says. */
@Named("customerInterest")
@ViewScoped
public class CustomerInterestForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient LateInterest interest;
    @Inject
    transient CustomerPage page;
    @Inject
    transient Permissions permissions;
    @Inject
    transient Say say;

    private CustomerInterest.Choice choice;
    private boolean read;

    public void save() {
        interest.choose(id(), Optional.ofNullable(choice));
        say.done("interest.saved");
    }

    public boolean isFixed() {
        return !permissions.allowed(Permission.CUSTOMER_WRITE);
    }

    public CustomerInterest.Choice[] getChoices() {
        return CustomerInterest.Choice.values();
    }

    /** Null for as the policy says. */
    public CustomerInterest.Choice getChoice() {
        if (!read) {
            choice = interest.ofCustomer(id()).map(CustomerInterest::choice).orElse(null);
            read = true;
        }
        return choice;
    }

    public void setChoice(CustomerInterest.Choice choice) {
        this.choice = choice;
        read = true;
    }

    private CustomerId id() {
        return new CustomerId(page.getId());
    }
}
