package io.quittance.billing;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Which drafts to issue: those with an issue date in the future, or in another run already, never.
 *
 * @param invoices only these; empty for all that fit
 */
public record BillingSelection(Optional<CustomerId> customer, Optional<Currency> currency, List<InvoiceId> invoices) {

    /** Most invoices that can be named one by one. */
    public static final int MOST_NAMED = 1000;

    public static final BillingSelection ALL = new BillingSelection(Optional.empty(), Optional.empty(), List.of());

    public BillingSelection {
        invoices = List.copyOf(invoices);
        if (invoices.size() > MOST_NAMED) {
            throw new IllegalArgumentException("at most " + MOST_NAMED + " invoices can be named, not " + invoices.size());
        }
    }
}
