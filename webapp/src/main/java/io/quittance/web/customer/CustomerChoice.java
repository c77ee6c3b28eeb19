package io.quittance.web.customer;

import io.quittance.customer.CustomerRow;

import java.io.Serializable;

/** A customer in an input: who it is, and the name to show. */
public record CustomerChoice(long id, String name) implements Serializable {

    static CustomerChoice of(CustomerRow row) {
        return new CustomerChoice(row.id().value(), row.name());
    }

    public String getName() {
        return name;
    }
}
