package io.quittance.customer;

import io.quittance.Fault;
import java.util.List;

/** What became of an attempt to change a contact. A refusal has changed nothing. */
public sealed interface ContactOutcome {

    record Saved(Contact contact) implements ContactOutcome {
    }

    record Removed(ContactId id) implements ContactOutcome {
    }

    /** @param faults every fault found, not only the first */
    record Refused(List<Fault> faults) implements ContactOutcome {
    }

    /** There is no such contact of that customer, or no such customer. */
    record Unknown() implements ContactOutcome {
    }
}
