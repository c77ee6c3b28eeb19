package io.quittance.customer;

/**
 * A customer as a line of a list.
 *
 * @param email   the first contact; empty when there is none
 * @param country ISO 3166-1 alpha-2; may be empty
 */
public record CustomerRow(CustomerId id, String name, CustomerKind kind, String segment, String externalRef, String email, String country,
        int termsDays) {
}
