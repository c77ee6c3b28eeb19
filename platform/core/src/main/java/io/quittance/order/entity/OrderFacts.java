package io.quittance.order.entity;

import io.quittance.customer.Customer;
import io.quittance.invoice.CreditStanding;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.tax.TaxRate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known about an order beside what it says.
 *
 * @param today       in the zone of the channel's account
 * @param home        ISO 4217 code of the business's own currency
 * @param customer    who the buyer is; empty for nobody we know
 * @param ambiguous   numbers and names of customers that the buyer might be, when it is several
 * @param knownItems  codes of the catalogue among those that the lines name, in lower case
 * @param rates       that the law of the business's country or of the buyer's knows on the day of the order
 * @param totals      what the lines make; empty when they lack something
 * @param twins       references of orders by the same buyer with the same amount, by how many days they lie apart
 * @param credit      how the customer would stand to its limit; empty when it has none in that currency
 */
public record OrderFacts(LocalDate today, String home, Optional<Customer> customer, List<String> ambiguous, Set<String> knownItems,
        List<TaxRate> rates, Optional<InvoiceTotals> totals, List<Twin> twins, Optional<CreditStanding> credit) {

    /** An order that might be the same. */
    public record Twin(String reference, int daysApart) {
    }

    public OrderFacts {
        ambiguous = List.copyOf(ambiguous);
        knownItems = Set.copyOf(knownItems);
        rates = List.copyOf(rates);
        twins = List.copyOf(twins);
    }
}
