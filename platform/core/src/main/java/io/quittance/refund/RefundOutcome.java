package io.quittance.refund;

import io.quittance.Fault;
import io.quittance.approval.ApprovalId;
import java.util.List;

/** What became of a wish to give money back. A refusal has changed nothing. */
public sealed interface RefundOutcome {

    /** Written down: given back by hand at once, or to be sent to the gateway. */
    record Accepted(RefundRow refund) implements RefundOutcome {
    }

    /** Asked for before under that key: asking twice is harmless. */
    record Known(RefundRow refund) implements RefundOutcome {
    }

    /** Above the tenant's limit: kept until a second person decides. Nothing has gone back yet. */
    record Waiting(ApprovalId approval) implements RefundOutcome {
    }

    record Refused(List<Fault> faults) implements RefundOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
