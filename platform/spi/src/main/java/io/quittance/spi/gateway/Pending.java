package io.quittance.spi.gateway;

import java.util.Objects;

/** The gateway has accepted the order; an event will say how it ended. */
public record Pending(GatewayPaymentId payment) implements GatewayOutcome {

    public Pending {
        Objects.requireNonNull(payment, "payment");
    }
}
