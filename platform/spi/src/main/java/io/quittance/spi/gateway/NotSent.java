package io.quittance.spi.gateway;

import java.util.Objects;

/** The gateway cannot have seen the order. The only outcome after which the same order may be repeated blindly. */
public record NotSent(String reason) implements GatewayOutcome, CheckoutOutcome {

    public NotSent {
        Objects.requireNonNull(reason, "reason");
    }
}
