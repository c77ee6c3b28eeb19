package io.quittance.billing;

/** A billing run's identity within its tenant. */
public record BillingRunId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
