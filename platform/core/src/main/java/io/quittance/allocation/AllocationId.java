package io.quittance.allocation;

/** Identity of one share of a payment in a claim. */
public record AllocationId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
