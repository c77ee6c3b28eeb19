package io.quittance.imports.entity;

import java.util.Locale;
import java.util.Optional;

/** A faultless row of a file of customers. What is empty takes the business's own default. */
public record CustomerCandidate(
        String number,
        String name,
        String kind,
        String segment,
        String email,
        Optional<Locale> language,
        Optional<String> country,
        String street,
        String postalCode,
        String city,
        String taxId,
        Optional<Integer> termsDays) {
}
