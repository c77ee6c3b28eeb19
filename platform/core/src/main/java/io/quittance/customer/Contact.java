package io.quittance.customer;

import java.util.List;

/**
 * A person at a customer, with what they said about each channel.
 *
 * @param consents what counts now, at most one for each channel; about the others nothing was said
 */
public record Contact(ContactId id, CustomerId customer, ContactDetails details, List<Consent> consents) {

    public Contact {
        consents = List.copyOf(consents);
    }

    /** May they be reached that way? Not before they said so. */
    public boolean allows(Channel channel) {
        return consents.stream().anyMatch(consent -> consent.channel() == channel && consent.granted());
    }
}
