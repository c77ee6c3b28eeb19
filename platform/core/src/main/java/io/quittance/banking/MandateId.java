package io.quittance.banking;

/** Names a mandate. */
public record MandateId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
