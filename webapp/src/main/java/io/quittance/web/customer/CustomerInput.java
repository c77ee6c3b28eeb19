package io.quittance.web.customer;

import io.quittance.customer.CustomerDetails;
import io.quittance.customer.CustomerKind;
import io.quittance.customer.PostalAddress;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Tenant;
import io.quittance.web.problem.Refusal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A customer as it is to become. What is left out takes the business's own default. */
public record CustomerInput(String name, Optional<CustomerKind> kind, Optional<String> segment, Optional<List<String>> emails,
        Optional<String> language, Optional<String> zone, Optional<Integer> termsDays, Optional<Money> creditLimit,
        Optional<String> externalRef, Optional<String> taxId, Optional<AddressInput> address) {

    private static final int DEFAULT_TERMS_DAYS = 30;

    /** A postal address; country is ISO 3166-1 alpha-2. */
    public record AddressInput(Optional<String> street, Optional<String> extra, Optional<String> postcode, Optional<String> city,
            Optional<String> region, Optional<String> country) {

        PostalAddress address(String home) {
            return new PostalAddress(street.orElse(""), extra.orElse(""), postcode.orElse(""), city.orElse(""), region.orElse(""),
                    country.orElse(home));
        }
    }

    CustomerDetails details(Tenant home) {
        return new CustomerDetails(name, kind.orElse(CustomerKind.BUSINESS), segment.orElse(""), emails.orElse(List.of()),
                language.map(Locale::forLanguageTag).orElse(home.language()), zone.map(CustomerInput::zone).orElse(home.zone()),
                termsDays.orElse(DEFAULT_TERMS_DAYS), creditLimit, externalRef.orElse(""), taxId.orElse(""),
                address.map(given -> given.address(home.country())).orElse(new PostalAddress("", "", "", "", "", home.country())));
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw Refusal.ofInput("zone", text, "parameter.zone");
        }
    }
}
