package io.quittance.order;

import io.quittance.Fault;
import java.util.List;

/** What became of an attempt to deal with an order that waits for a person. A refusal has changed nothing. */
public sealed interface OrderOutcome {

    /** It is done; what is tried again is judged next. */
    record Done(OrderId id) implements OrderOutcome {
    }

    record Refused(List<Fault> faults) implements OrderOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** It does not wait for a person, or not any more. */
    record NotWaiting(OrderId id, OrderState state) implements OrderOutcome {
    }

    record Unknown(OrderId id) implements OrderOutcome {
    }
}
