package io.quittance.webhook;

/** Names an endpoint. */
public record EndpointId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
