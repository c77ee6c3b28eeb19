package io.quittance.payment;

/** A payment's identity within its tenant. */
public record PaymentId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
