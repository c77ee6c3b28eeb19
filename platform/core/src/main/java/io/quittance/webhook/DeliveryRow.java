package io.quittance.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an endpoint is told, as a line of a list.
 *
 * @param event  the id that the receiver sees, such as {@code evt_123}
 * @param status of the last answer
 * @param nextAt when it is tried next
 * @param note   what went wrong last; may be empty
 */
public record DeliveryRow(long id, EndpointId endpoint, String event, String type, DeliveryState state, int attempts, OptionalInt status,
        Optional<Instant> nextAt, String note, Instant createdAt, Optional<Instant> finishedAt) {
}
