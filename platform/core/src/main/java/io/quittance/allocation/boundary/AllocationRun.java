package io.quittance.allocation.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.allocation.control.MoneyFlow;
import io.quittance.allocation.control.RuleStore;
import io.quittance.allocation.control.ShareStore;
import io.quittance.customer.CustomerId;
import io.quittance.payment.Receipt;
import io.quittance.payment.boundary.Receipts;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/**
 * Hands out money that came without a purpose, over all that was received and not by arrival: whenever and in whatever
 * order it was heard of, the same payments pay the same claims. The job's, nobody else's.
 */
@Boundary
public class AllocationRun {

    @Inject
    RuleStore rules;
    @Inject
    Receipts receipts;
    @Inject
    ShareStore shares;
    @Inject
    MoneyFlow flow;

    @Requires(Permission.SYSTEM)
    public boolean isWanted() {
        return rules.tenant().automatic();
    }

    /** Customers with money that came in by that civil day of the tenant and rests. */
    @Requires(Permission.SYSTEM)
    public List<CustomerId> waiting(LocalDate until) {
        return receipts.withUnapplied(until);
    }

    /**
     * Hands out what rests of one customer's payments. What a person took back by hand is left to people. Safe to repeat.
     *
     * @return how many shares were made
     */
    @Requires(Permission.SYSTEM)
    public int handOut(CustomerId customer, LocalDate until) {
        List<Receipt> resting = receipts.lockUnapplied(customer, until).stream()
                .filter(receipt -> !shares.wasCorrected(receipt.id())).toList();
        return resting.isEmpty() ? 0 : flow.handOut(resting).size();
    }
}
