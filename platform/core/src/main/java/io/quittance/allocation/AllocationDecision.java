package io.quittance.allocation;

import io.quittance.payment.PaymentId;
import java.time.Instant;

/**
 * A decision about where money goes, with all that it was made from.
 *
 * @param question what was looked at
 * @param digest   SHA-256 of the stored question, in hexadecimal
 * @param plan     what was decided then
 * @param again    what the same rules decide from the stored question now
 */
public record AllocationDecision(DecisionId id, PaymentId payment, AllocationQuestion question, String digest, AllocationPlan plan,
        AllocationPlan again, Instant at, String actor) {

    /** Whether the decision, made again, is the same; anything else is a defect or a forgery. */
    public boolean stands() {
        return plan.equals(again);
    }
}
