package io.quittance.order;

import io.quittance.Fault;
import java.util.List;
import java.util.Optional;

/** What a payload says. */
public sealed interface ReadOutcome {

    /**
     * It was understood, maybe in parts.
     *
     * @param orders     none when it speaks of no order that concerns us
     * @param unreadable what of it was not understood, such as {@code row[7].quantity}; becomes one dead letter beside the orders
     * @param withdrawn  orders that stand no longer, or never did
     */
    record Read(List<CanonicalOrder> orders, List<Fault> unreadable, List<Withdrawal> withdrawn) implements ReadOutcome {

        public Read {
            orders = List.copyOf(orders);
            unreadable = List.copyOf(unreadable);
            withdrawn = List.copyOf(withdrawn);
        }

        public Read(List<CanonicalOrder> orders, List<Fault> unreadable) {
            this(orders, unreadable, List.of());
        }

        public Read(List<CanonicalOrder> orders) {
            this(orders, List.of());
        }

        public static Read withdrawn(Withdrawal withdrawal) {
            return new Read(List.of(), List.of(), List.of(withdrawal));
        }
    }

    /**
     * The channel says that an order is cancelled, deleted or only a test: it becomes no invoice, a draft of one is discarded, and
     * one that was issued is left to a person.
     *
     * @param reference the channel's name of the order
     * @param order     as it was, where the channel says so; known by nobody before, it is remembered as withdrawn
     * @param reason    in the channel's words, such as {@code customer}
     */
    record Withdrawal(String reference, Optional<CanonicalOrder> order, String reason) {
    }

    /** It was not understood; it is kept all the same, among the dead letters. @param faults at least one */
    record Unreadable(List<Fault> faults) implements ReadOutcome {

        public Unreadable {
            faults = List.copyOf(faults);
        }
    }
}
