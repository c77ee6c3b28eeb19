package io.quittance.fourway;

import java.time.Instant;

/**
 * A gap as it is kept.
 *
 * @param finding     as the last comparison found it
 * @param explanation why it is so, as a person said; empty unless explained
 * @param explainedBy who said so, as in the audit trail
 */
public record GapRow(long id, Finding finding, GapState state, Instant foundAt, Instant changedAt, String explanation,
        String explainedBy) {
}
