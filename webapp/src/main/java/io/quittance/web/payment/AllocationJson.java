package io.quittance.web.payment;

import io.quittance.allocation.AllocationReason;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.AllocationStrategy;
import io.quittance.spi.money.Money;
import java.time.Instant;

/** A share of a payment in an invoice, or the taking back of one (then the amount is negative). */
public record AllocationJson(String id, String payment, String invoice, Money amount, AllocationReason reason, int ruleVersion,
        AllocationStrategy strategy, String takesBack, Money left, Instant at, String actor) {

    /** As the feature says it. */
    public static AllocationJson of(AllocationRow row) {
        return new AllocationJson(row.id().toString(), row.payment().toString(), row.invoice().toString(), row.amount(), row.reason(),
                row.ruleVersion(), row.strategy(), row.takesBack().map(Object::toString).orElse(null), row.left(), row.at(), row.actor());
    }
}
