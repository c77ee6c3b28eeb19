package io.quittance.webhook;

import java.util.Set;
import java.util.TreeSet;

/**
 * What people say of an endpoint.
 *
 * @param url     https, of a public host
 * @param contact mail address of who is told when it is given up
 * @param types   what it is told, such as {@code invoice.paid}
 */
public record EndpointDetails(String url, String description, String contact, Set<String> types) {

    public EndpointDetails {
        url = url.strip();
        description = description.strip();
        contact = contact.strip();
        types = Set.copyOf(types);
    }

    /** In the order of the alphabet. */
    public Set<String> sortedTypes() {
        return new TreeSet<>(types);
    }
}
