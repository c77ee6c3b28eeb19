package io.quittance.catalogue;

import io.quittance.Fault;
import java.util.List;

/** What became of an attempt to create or change an item. A refusal has changed nothing. */
public sealed interface ItemOutcome {

    record Saved(Item item) implements ItemOutcome {
    }

    /** @param faults every fault found, not only the first */
    record Refused(List<Fault> faults) implements ItemOutcome {
    }

    record Unknown(ItemId id) implements ItemOutcome {
    }
}
