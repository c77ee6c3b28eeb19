package io.quittance.web.billing;

import io.quittance.billing.BillingSelection;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceId;
import io.quittance.web.rest.Parameters;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Which drafts to issue; without anything, all whose issue date has come.
 *
 * @param customer only this customer's
 * @param currency only those in this currency
 * @param invoices only these, at most 1,000
 * @param mail     whether each customer gets the invoice by e-mail, true by default
 */
public record BillingRunInput(Optional<String> customer, Optional<String> currency, Optional<List<String>> invoices,
        Optional<Boolean> mail) {

    BillingSelection selection() {
        Parameters parameters = new Parameters();
        Optional<CustomerId> owner = parameters.reference("customer", customer.orElse("")).map(CustomerId::new);
        List<String> named = invoices.orElse(List.of());
        List<InvoiceId> ids = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            parameters.reference("invoices[" + i + "]", named.get(i)).map(InvoiceId::new).ifPresent(ids::add);
        }
        if (named.size() > BillingSelection.MOST_NAMED) {
            parameters.fault("invoices", String.valueOf(named.size()), "parameter.whole", 0, BillingSelection.MOST_NAMED);
        }
        Optional<Currency> only = parameters.currency("currency", currency.orElse(""));
        parameters.check();
        return new BillingSelection(owner, only, ids);
    }
}
