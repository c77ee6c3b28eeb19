package io.quittance.order;

/** A channel account's identity within its tenant. */
public record ChannelId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
