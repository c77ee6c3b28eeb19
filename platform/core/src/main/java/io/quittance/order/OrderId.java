package io.quittance.order;

/** An order's identity within its tenant. */
public record OrderId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
