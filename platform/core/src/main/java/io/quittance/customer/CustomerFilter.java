package io.quittance.customer;

import java.util.Optional;

/**
 * Which customers to list.
 *
 * @param text found in name, reference, e-mail or tax id, upper and lower case alike; empty for all
 */
public record CustomerFilter(String text, Optional<CustomerKind> kind, String segment) {

    public static final CustomerFilter ALL = new CustomerFilter("", Optional.empty(), "");

    public static CustomerFilter matching(String text) {
        return new CustomerFilter(text, Optional.empty(), "");
    }
}
