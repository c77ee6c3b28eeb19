package io.quittance.payment;

/** Identity of one attempt to be paid through a gateway. */
public record AttemptId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
