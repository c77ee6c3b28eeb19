package io.quittance.invoice;

import io.quittance.customer.PostalAddress;

/** The buyer as an issued invoice names it, frozen at issue. */
public record Party(String name, String taxId, String email, PostalAddress address) {
}
