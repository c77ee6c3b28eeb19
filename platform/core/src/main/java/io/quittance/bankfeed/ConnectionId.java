package io.quittance.bankfeed;

/** A consent to read bank accounts. */
public record ConnectionId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
