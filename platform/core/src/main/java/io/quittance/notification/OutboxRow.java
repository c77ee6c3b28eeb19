package io.quittance.notification;

import java.time.Instant;
import java.util.Optional;

/**
 * A message as a line of a list.
 *
 * @param note why it failed last, or why it was withdrawn; may be empty
 */
public record OutboxRow(long id, String kind, long subjectId, OutboxState state, int attempts, Optional<Instant> nextAt, String recipient,
        String note, Instant createdAt, Optional<Instant> finishedAt, String key) {
}
