package io.quittance.billing;

import java.time.Instant;
import java.util.Optional;

/**
 * A billing run as it stands.
 *
 * @param mail  whether each customer gets the invoice by e-mail
 * @param actor as in the audit trail
 */
public record BillingRun(BillingRunId id, BillingState state, boolean mail, int total, int issued, int failed, int skipped, String actor,
        Instant createdAt, Optional<Instant> finishedAt) {

    /** How many it has come to. */
    public int done() {
        return issued + failed + skipped;
    }

    /** 0 to 100, rounded down. */
    public int percent() {
        return total == 0 ? 100 : (int) (100L * done() / total);
    }
}
