package io.quittance.customer;

import java.time.Instant;

/** A customer in full. */
public record Customer(CustomerId id, CustomerDetails details, Instant createdAt) {

    public String name() {
        return details.name();
    }
}
