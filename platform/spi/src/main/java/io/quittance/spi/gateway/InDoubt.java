package io.quittance.spi.gateway;

import java.util.Objects;

/** Nobody knows: the order may have been carried out. Hold further attempts and ask by the idempotency key. */
public record InDoubt(String reason) implements GatewayOutcome, CheckoutOutcome {

    public InDoubt {
        Objects.requireNonNull(reason, "reason");
    }
}
