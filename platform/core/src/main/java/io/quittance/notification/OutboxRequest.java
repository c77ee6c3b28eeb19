package io.quittance.notification;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something to be said.
 *
 * @param kind      which {@link OutboxKind} composes it
 * @param subjectId what it is about, such as the invoice
 * @param payload   what the kind needs to compose it; no secrets, and no amounts: these are read when it is sent
 * @param key       the same key is never enqueued twice
 * @param notBefore empty for at once
 */
public record OutboxRequest(String kind, long subjectId, Map<String, String> payload, String key, Optional<Instant> notBefore) {

    public OutboxRequest {
        payload = Map.copyOf(payload);
    }

    public static OutboxRequest now(String kind, long subjectId, Map<String, String> payload, String key) {
        return new OutboxRequest(kind, subjectId, payload, key, Optional.empty());
    }
}
