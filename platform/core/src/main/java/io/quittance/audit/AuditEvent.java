package io.quittance.audit;

import java.time.Instant;

/**
 * One line of the trail.
 *
 * @param before the material fields as JSON; empty when it did not exist
 * @param after  the material fields as JSON; empty when it no longer exists
 */
public record AuditEvent(long id, Instant at, String actor, String action, String subject, long subjectId, String before, String after) {
}
