package io.quittance.banking;

/** Names a batch of orders. */
public record BatchId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
