package io.quittance.invoice;

import io.quittance.customer.PostalAddress;

/** Seller or buyer as an issued invoice names it, frozen at issue. */
public record Party(String name, String taxId, String email, PostalAddress address) {
}
