package io.quittance.order;

import io.quittance.customer.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An order in full.
 *
 * @param revision   of the document; 0 when it could not be understood
 * @param document   the order as JSON by {@code order-1.json}; empty when it could not be understood
 * @param order      the same, understood
 * @param received   what it came in
 * @param waived     rules that a person decided to pass over
 * @param closedNote why it was laid aside; empty otherwise
 */
public record OrderView(OrderRow row, int revision, String document, Optional<CanonicalOrder> order, Received received,
        Optional<CustomerId> customer, Set<RuleKind> waived, String closedNote) {

    /** @param bytes how many */
    public record Received(PayloadId id, String mediaType, String name, int bytes, Instant at, String actor) {
    }

    public OrderView {
        waived = Set.copyOf(waived);
    }

    public List<Prepayment> prepaid() {
        return order.map(CanonicalOrder::prepaid).orElse(List.of());
    }
}
