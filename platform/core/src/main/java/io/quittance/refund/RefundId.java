package io.quittance.refund;

/** Names a refund. */
public record RefundId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
