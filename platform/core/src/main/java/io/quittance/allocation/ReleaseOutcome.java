package io.quittance.allocation;

import io.quittance.spi.money.Money;

/** What became of an attempt to take an allocation back. A refusal has changed nothing. */
public sealed interface ReleaseOutcome {

    /** The claim is open again by that much and the payment has it in unapplied cash: both as before the allocation. */
    record Released(Money amount) implements ReleaseOutcome {
    }

    /** It was taken back already. */
    record AlreadyReleased() implements ReleaseOutcome {
    }

    record Unknown(AllocationId allocation) implements ReleaseOutcome {
    }
}
