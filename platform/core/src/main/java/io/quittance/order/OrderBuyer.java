package io.quittance.order;

import io.quittance.customer.PostalAddress;

/**
 * Who ordered, as the channel says; each part may be empty.
 *
 * @param number   our number of the customer, if the channel knows it
 * @param foreign  the channel's own id of the buyer
 * @param language BCP 47 tag
 */
public record OrderBuyer(String number, String foreign, String name, String email, String taxId, String language, boolean business,
        PostalAddress address) {
}
