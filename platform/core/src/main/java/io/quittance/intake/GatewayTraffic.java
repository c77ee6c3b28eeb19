package io.quittance.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a business hears from one of its gateways, and what is stuck.
 *
 * @param lastHeard when it last delivered something genuine; empty when it never did
 * @param waiting   deliveries that are yet to be applied
 * @param dead      deliveries that a person has to look at
 * @param inDoubt   attempts to be paid of which nobody knows whether the gateway has them
 */
public record GatewayTraffic(Optional<Instant> lastHeard, long waiting, long dead, long inDoubt) {

    public static final GatewayTraffic NONE = new GatewayTraffic(Optional.empty(), 0, 0, 0);

    public GatewayTraffic withInDoubt(long attempts) {
        return new GatewayTraffic(lastHeard, waiting, dead, attempts);
    }
}
