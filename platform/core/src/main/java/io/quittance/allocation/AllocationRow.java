package io.quittance.allocation;

import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.payment.PaymentId;
import io.quittance.spi.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A stored share, or the taking back of one.
 *
 * @param amount      positive for a share, negative where it takes back
 * @param ruleVersion version of the rules that decided
 * @param strategy    the rule that decided; of a taking back, that of the share it takes back
 * @param decision    inputs and outcome as they were; absent for shares older than their keeping
 * @param takesBack   the share that a negative row takes back
 * @param left        what of a share stands now; zero for a row that takes back
 */
public record AllocationRow(AllocationId id, PaymentId payment, InvoiceId invoice, ClaimId claim, Money amount, AllocationReason reason,
        int ruleVersion, AllocationStrategy strategy, Optional<DecisionId> decision, Optional<AllocationId> takesBack, Money left,
        Instant at, String actor) {
}
