package io.quittance.web.customer;

import io.quittance.customer.Customer;
import io.quittance.customer.CustomerDetails;
import io.quittance.customer.CustomerKind;
import io.quittance.customer.PostalAddress;
import io.quittance.spi.money.Money;
import java.time.Instant;
import java.util.List;

/** A customer as the API answers it. */
public record CustomerJson(String id, String name, CustomerKind kind, String segment, List<String> emails, String language, String zone,
        int termsDays, Money creditLimit, String externalRef, String taxId, AddressJson address, Instant createdAt) {

    /** A postal address; country is ISO 3166-1 alpha-2. */
    public record AddressJson(String street, String extra, String postcode, String city, String region, String country) {

        static AddressJson of(PostalAddress address) {
            return new AddressJson(address.street(), address.extra(), address.postcode(), address.city(), address.region(),
                    address.country());
        }
    }

    static CustomerJson of(Customer customer) {
        CustomerDetails details = customer.details();
        return new CustomerJson(customer.id().toString(), details.name(), details.kind(), details.segment(), details.emails(),
                details.language().toLanguageTag(), details.zone().getId(), details.termsDays(), details.creditLimit().orElse(null),
                details.externalRef(), details.taxId(), AddressJson.of(details.address()), customer.createdAt());
    }
}
