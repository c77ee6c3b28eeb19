package io.quittance.invoice;

import io.quittance.customer.CustomerId;
import java.util.Currency;
import java.util.Objects;
import java.util.Set;

/**
 * Which open claims are looked for: whatever fits one of these is found.
 *
 * @param numbers   of invoices, in capitals and figures only
 * @param invoices  by their ids
 * @param amounts   that are open, in minor units; of those that many claims have none is found, they are only counted
 * @param customers whose claims, the oldest of each
 */
public record ClaimSearch(Currency currency, Set<String> numbers, Set<InvoiceId> invoices, Set<Long> amounts, Set<CustomerId> customers) {

    public ClaimSearch {
        Objects.requireNonNull(currency, "currency");
        numbers = Set.copyOf(numbers);
        invoices = Set.copyOf(invoices);
        amounts = Set.copyOf(amounts);
        customers = Set.copyOf(customers);
    }
}
