package io.quittance.writeoff;

import io.quittance.Fault;
import io.quittance.approval.ApprovalId;
import io.quittance.spi.money.Money;
import java.util.List;

/** What became of a wish to write off. */
public sealed interface WriteOffOutcome {

    /** @param open what the invoice leaves open now */
    record Done(Money amount, Money open) implements WriteOffOutcome {
    }

    /** The key was used before: written off then, once. */
    record AlreadyDone() implements WriteOffOutcome {
    }

    /** Above the tenant's limit: kept until a second person decides. Nothing is written off yet. */
    record Waiting(ApprovalId approval) implements WriteOffOutcome {
    }

    /** Has changed nothing. */
    record Refused(List<Fault> faults) implements WriteOffOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
