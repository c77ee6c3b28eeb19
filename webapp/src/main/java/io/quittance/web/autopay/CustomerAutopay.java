package io.quittance.web.autopay;

import io.quittance.autopay.Agreement;
import io.quittance.autopay.ChargeRow;
import io.quittance.autopay.boundary.Autopay;
import io.quittance.autopay.boundary.AutopayUnits;
import io.quittance.customer.CustomerId;
import io.quittance.web.customer.CustomerPage;
import io.quittance.web.shell.May;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** What the shown customer agreed to be charged by, and the charges so far. */
@Named("customerAutopay")
@ViewScoped
public class CustomerAutopay implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Autopay autopay;

    @Inject
    transient AutopayUnits units;

    @Inject
    transient CustomerPage page;

    @Inject
    transient May may;

    @Inject
    transient Say say;

    private transient List<Agreement> agreements;
    private transient List<ChargeRow> charges;

    public void end(Agreement agreement) {
        if (autopay.end(agreement, Autopay.BY_US)) {
            say.done("autopay.ended");
        } else {
            say.refused("error.gone");
        }
        agreements = null;
        charges = null;
    }

    public List<Agreement> getAgreements() {
        if (agreements == null) {
            agreements = units.of(new CustomerId(page.getId()));
        }
        return agreements;
    }

    public List<ChargeRow> getCharges() {
        if (charges == null) {
            charges = may.use("PAYMENT_READ") ? units.charges(new CustomerId(page.getId())) : List.of();
        }
        return charges;
    }
}
