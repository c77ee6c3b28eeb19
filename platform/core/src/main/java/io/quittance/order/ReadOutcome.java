package io.quittance.order;

import io.quittance.Fault;
import java.util.List;

/** What a payload says. */
public sealed interface ReadOutcome {

    /**
     * It was understood, maybe in parts.
     *
     * @param orders     none when it speaks of no order that concerns us
     * @param unreadable what of it was not understood, such as {@code row[7].quantity}; becomes one dead letter beside the orders
     */
    record Read(List<CanonicalOrder> orders, List<Fault> unreadable) implements ReadOutcome {

        public Read {
            orders = List.copyOf(orders);
            unreadable = List.copyOf(unreadable);
        }

        public Read(List<CanonicalOrder> orders) {
            this(orders, List.of());
        }
    }

    /** It was not understood; it is kept all the same, among the dead letters. @param faults at least one */
    record Unreadable(List<Fault> faults) implements ReadOutcome {

        public Unreadable {
            faults = List.copyOf(faults);
        }
    }
}
