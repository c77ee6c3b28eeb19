package io.quittance.tenancy;

/** A tenant's identity, never reused. */
public record TenantId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
