package io.quittance.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * An endpoint as it stands; never its secret.
 *
 * @param failingSince   the first failure since the last success
 * @param oldSecretUntil until when the secret before the present one still signs, too
 * @param waiting        deliveries that are still to be taken
 * @param dead           deliveries that were given up
 */
public record Endpoint(EndpointId id, EndpointDetails details, EndpointState state, Optional<Instant> failingSince,
        Optional<Instant> oldSecretUntil, Instant createdAt, long waiting, long dead) {
}
