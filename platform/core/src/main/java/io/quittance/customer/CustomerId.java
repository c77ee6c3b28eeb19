package io.quittance.customer;

/** A customer's identity within its tenant. */
public record CustomerId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
