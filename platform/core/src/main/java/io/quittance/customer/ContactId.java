package io.quittance.customer;

/** A contact's identity within its tenant. */
public record ContactId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
