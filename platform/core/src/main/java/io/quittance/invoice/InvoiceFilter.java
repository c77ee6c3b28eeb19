package io.quittance.invoice;

import io.quittance.customer.CustomerId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/**
 * Which invoices to list. Everything given must hold.
 *
 * @param statuses   displayed statuses; empty for all
 * @param segment    of the customer as it is now, exactly; empty for all
 * @param issuedFrom first issue date, inclusive
 * @param issuedTo   last issue date, inclusive
 * @param text       found in number, customer name or buyer reference, upper and lower case alike; empty for all
 */
public record InvoiceFilter(
        Set<InvoiceStatus> statuses,
        Optional<CustomerId> customer,
        String segment,
        Optional<Currency> currency,
        Optional<LocalDate> issuedFrom,
        Optional<LocalDate> issuedTo,
        String text) {

    public static final InvoiceFilter ALL =
            new InvoiceFilter(Set.of(), Optional.empty(), "", Optional.empty(), Optional.empty(), Optional.empty(), "");

    public InvoiceFilter {
        statuses = Set.copyOf(statuses);
        segment = segment == null ? "" : segment.strip();
        text = text == null ? "" : text.strip();
    }

    public InvoiceFilter withStatuses(InvoiceStatus... wanted) {
        return new InvoiceFilter(Set.of(wanted), customer, segment, currency, issuedFrom, issuedTo, text);
    }

    public InvoiceFilter withCustomer(CustomerId wanted) {
        return new InvoiceFilter(statuses, Optional.of(wanted), segment, currency, issuedFrom, issuedTo, text);
    }

    public InvoiceFilter withCurrency(Currency wanted) {
        return new InvoiceFilter(statuses, customer, segment, Optional.of(wanted), issuedFrom, issuedTo, text);
    }

    public InvoiceFilter withText(String wanted) {
        return new InvoiceFilter(statuses, customer, segment, currency, issuedFrom, issuedTo, wanted);
    }
}
