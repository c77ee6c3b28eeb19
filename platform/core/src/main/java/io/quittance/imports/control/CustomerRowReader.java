package io.quittance.imports.control;

import io.quittance.imports.entity.CustomerCandidate;
import java.util.Locale;
import java.util.Optional;

/** Understands the rows of a file of customers. */
final class CustomerRowReader implements RowReader<CustomerCandidate> {

    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TERMS = 365;

    /** What the law takes a customer for, as files write it. */
    private enum Kind {
        BUSINESS, CONSUMER, PUBLIC_BODY
    }

    @Override
    public Optional<CustomerCandidate> read(Cells row) {
        String number = row.requiredText("number", LONGEST_NUMBER).orElse("");
        String name = row.requiredText("name", LONGEST_NAME).orElse("");
        Kind kind = row.oneOf("kind", Kind.class).orElse(Kind.BUSINESS);
        String segment = row.text("segment", LONGEST_NUMBER).orElse("");
        String email = row.email("email").orElse("");
        Optional<Locale> language = row.language("language");
        Optional<String> country = row.country("country");
        String street = row.text("street", LONGEST_NAME).orElse("");
        String postalCode = row.text("postal_code", LONGEST_NUMBER).orElse("");
        String city = row.text("city", LONGEST_NAME).orElse("");
        String taxId = row.text("tax_id", LONGEST_NUMBER).orElse("");
        Optional<Integer> terms = row.number("terms_days", 0, LONGEST_TERMS);
        if (!row.faults().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CustomerCandidate(number, name, kind.name(), segment, email, language, country, street, postalCode, city,
                taxId, terms));
    }

    @Override
    public String key(CustomerCandidate candidate) {
        return candidate.number();
    }

    @Override
    public String keyColumn() {
        return "number";
    }
}
