package io.quittance.notification;

import java.util.Map;

/** A row of the outbox in the hands of its kind. */
public record OutboxItem(long id, String kind, long subjectId, Map<String, String> payload, int attempts) {
}
