package io.quittance.allocation;

import io.quittance.Fault;
import java.util.EnumSet;
import java.util.List;

/**
 * The order in which strategies are tried.
 *
 * @param automatic whether a run hands out what rests in unapplied cash; of a tenant, not of a customer
 */
public record AllocationRules(List<AllocationStrategy> order, boolean automatic) {

    /** Those of a tenant that has chosen none: as the payer says, then the oldest due; what rests, rests. */
    public static final AllocationRules STANDARD = new AllocationRules(AllocationStrategy.STANDARD, false);

    public AllocationRules {
        order = List.copyOf(order);
    }

    /** What is wrong with an order, if anything: the payer's purpose comes first (BGB s. 366 (1)), and none stands twice. */
    public static List<Fault> check(List<AllocationStrategy> order) {
        if (order.isEmpty() || order.getFirst() != AllocationStrategy.NAMED_CLAIMS) {
            return List.of(Fault.of("order", order, "allocation.namedFirst"));
        }
        return EnumSet.copyOf(order).size() == order.size() ? List.of() : List.of(Fault.of("order", order, "allocation.repeated"));
    }
}
