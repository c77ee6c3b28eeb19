package io.quittance.customer.entity;

import io.quittance.customer.Customer;
import io.quittance.customer.CustomerDetails;
import io.quittance.customer.CustomerId;
import io.quittance.customer.CustomerKind;
import io.quittance.customer.CustomerRow;
import io.quittance.customer.NameKey;
import io.quittance.customer.PostalAddress;
import io.quittance.spi.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row of the customer table. */
@Entity
@Table(name = "customer")
public class CustomerRecord {

    @Id
    private long id;
    private String name;
    @Enumerated(EnumType.STRING)
    private CustomerKind kind;
    private String segment;
    private String emails;
    private String language;
    private String zone;
    @Column(name = "terms_days")
    private int termsDays;
    @Column(name = "credit_limit_minor")
    private Long creditLimitMinor;
    @Column(name = "credit_currency")
    private String creditCurrency;
    @Column(name = "external_ref")
    private String externalRef;
    @Column(name = "tax_id")
    private String taxId;
    private String street;
    private String extra;
    private String postcode;
    private String city;
    private String region;
    private String country;
    @Column(name = "search_text")
    private String searchText;
    @Column(name = "name_key")
    private String nameKey;
    @Column(name = "created_at")
    private Instant createdAt;

    protected CustomerRecord() {
    }

    public CustomerRecord(CustomerId id, CustomerDetails details, Instant createdAt) {
        this.id = id.value();
        this.createdAt = createdAt;
        become(details);
    }

    public final void become(CustomerDetails details) {
        name = details.name();
        nameKey = NameKey.of(name);
        kind = details.kind();
        segment = details.segment();
        emails = String.join("\n", details.emails());
        language = details.language().toLanguageTag();
        zone = details.zone().getId();
        termsDays = details.termsDays();
        creditLimitMinor = details.creditLimit().map(Money::minorUnits).orElse(null);
        creditCurrency = details.creditLimit().map(limit -> limit.currency().getCurrencyCode()).orElse(null);
        externalRef = details.externalRef().isEmpty() ? null : details.externalRef();
        taxId = details.taxId();
        PostalAddress address = details.address();
        street = address.street();
        extra = address.extra();
        postcode = address.postcode();
        city = address.city();
        region = address.region();
        country = address.country();
        searchText = Stream.of(name, details.externalRef(), taxId, emails).filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    public Customer toCustomer() {
        return new Customer(new CustomerId(id), details(), createdAt);
    }

    public CustomerRow toRow() {
        CustomerDetails details = details();
        String email = details.emails().isEmpty() ? "" : details.emails().getFirst();
        return new CustomerRow(new CustomerId(id), name, kind, segment, details.externalRef(), email, country, termsDays);
    }

    private CustomerDetails details() {
        Optional<Money> limit = creditLimitMinor == null ? Optional.empty() : Optional.of(Money.ofMinor(creditLimitMinor, creditCurrency));
        return new CustomerDetails(name, kind, segment, emails.isEmpty() ? List.of() : List.of(emails.split("\n")),
                Locale.forLanguageTag(language), ZoneId.of(zone), termsDays, limit, externalRef == null ? "" : externalRef, taxId,
                new PostalAddress(street, extra, postcode, city, region, country));
    }
}
