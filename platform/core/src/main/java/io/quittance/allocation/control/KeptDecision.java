package io.quittance.allocation.control;

import io.quittance.allocation.AllocationPlan;
import io.quittance.allocation.AllocationQuestion;
import io.quittance.allocation.DecisionId;
import io.quittance.payment.PaymentId;
import java.time.Instant;

/** A decision about to be stored, or read back. */
public record KeptDecision(DecisionId id, PaymentId payment, AllocationQuestion question, AllocationPlan plan, Instant at, String actor) {
}
