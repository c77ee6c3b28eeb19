package io.quittance.spi.gateway;

import java.util.Objects;

/**
 * The gateway understood and said no. Nothing has moved and nothing will.
 *
 * @param code   the gateway's own code, for support and statistics
 * @param reason one sentence for the person who acts, without secrets
 */
public record Declined(String code, String reason) implements GatewayOutcome, CheckoutOutcome {

    public Declined {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(reason, "reason");
    }
}
