package io.quittance.interest;

import io.quittance.Fault;
import io.quittance.approval.ApprovalId;
import io.quittance.spi.money.Money;
import java.util.List;

/** What became of a wish to waive. */
public sealed interface WaiverOutcome {

    /** @param open what of fees and interest is open now */
    record Done(Money amount, Money open) implements WaiverOutcome {
    }

    /** The key was used before: waived then, once. */
    record AlreadyDone() implements WaiverOutcome {
    }

    /** Above the tenant's limit: kept until a second person decides. Nothing is waived yet. */
    record Waiting(ApprovalId approval) implements WaiverOutcome {
    }

    /** Has changed nothing. */
    record Refused(List<Fault> faults) implements WaiverOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
