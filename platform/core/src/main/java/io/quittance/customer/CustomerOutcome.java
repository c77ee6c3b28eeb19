package io.quittance.customer;

import io.quittance.Fault;
import java.util.List;

/** What became of an attempt to create or change a customer. A refusal has changed nothing. */
public sealed interface CustomerOutcome {

    record Saved(Customer customer) implements CustomerOutcome {
    }

    /** @param faults every fault found, not only the first */
    record Refused(List<Fault> faults) implements CustomerOutcome {
    }

    record Unknown(CustomerId id) implements CustomerOutcome {
    }
}
