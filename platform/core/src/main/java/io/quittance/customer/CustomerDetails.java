package io.quittance.customer;

import io.quittance.spi.money.Money;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a tenant says about a customer.
 *
 * @param segment     the tenant's own grouping, such as {@code retail}; may be empty
 * @param emails      who receives invoices and reminders, the first one first; may be empty
 * @param language    of documents and mail
 * @param zone        of the customer's civil days, for the hour at which mail goes out
 * @param termsDays   days from issue to due
 * @param creditLimit the most it should owe; empty for none
 * @param externalRef the tenant's own number of this customer; unique when given
 * @param taxId       VAT or other tax number; may be empty
 */
public record CustomerDetails(
        String name,
        CustomerKind kind,
        String segment,
        List<String> emails,
        Locale language,
        ZoneId zone,
        int termsDays,
        Optional<Money> creditLimit,
        String externalRef,
        String taxId,
        PostalAddress address) {

    public CustomerDetails {
        emails = List.copyOf(emails);
    }
}
