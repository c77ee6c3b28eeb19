package io.quittance.order;

import io.quittance.spi.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What past orders of a channel would have become under other rules. Nothing changed. Each order is held to the rules of now and to
 * the other ones with the same facts, as of the day it came; so what differs comes of the rules alone.
 *
 * @param looked  how many orders were looked at
 * @param more    whether there are older ones in the period that were not
 * @param changes those to which the rules would say something else, newest first
 */
public record WhatIf(int looked, boolean more, List<Change> changes) {

    public WhatIf {
        changes = List.copyOf(changes);
    }

    /** @param findings what it would break under the other rules */
    public record Change(OrderId order, String reference, String buyer, Optional<Money> gross, Instant receivedAt, OrderState state,
            Verdict now, Verdict then, List<Finding> findings) {

        public Change {
            findings = List.copyOf(findings);
        }
    }

    /** Refused or held back now, and would pass. */
    public List<Change> wouldPass() {
        return changes.stream().filter(change -> change.then() == Verdict.PASS).toList();
    }

    /** Passes now, and would be refused or held back. */
    public List<Change> wouldBeStopped() {
        return changes.stream().filter(change -> change.now() == Verdict.PASS).toList();
    }
}
