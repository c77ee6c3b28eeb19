package io.quittance.catalogue;

/** An item's identity within its tenant. */
public record ItemId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
