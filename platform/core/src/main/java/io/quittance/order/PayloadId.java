package io.quittance.order;

/** Identity of something received, within its tenant. */
public record PayloadId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
