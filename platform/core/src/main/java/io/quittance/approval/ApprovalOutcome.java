package io.quittance.approval;

import io.quittance.Fault;
import java.util.List;

/** What became of an attempt to decide on a request. Everything but {@link Approved} and {@link Rejected} has changed nothing. */
public sealed interface ApprovalOutcome {

    /** Approved and applied. */
    record Approved(ApprovalId id) implements ApprovalOutcome {
    }

    record Rejected(ApprovalId id) implements ApprovalOutcome {
    }

    /** Whoever asks cannot approve. */
    record OwnRequest(ApprovalId id) implements ApprovalOutcome {
    }

    /** Somebody decided before. */
    record NotWaiting(ApprovalId id, ApprovalState state) implements ApprovalOutcome {
    }

    /** What was asked for is not possible any more; the request goes on waiting, to be rejected. */
    record Refused(ApprovalId id, List<Fault> faults) implements ApprovalOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    record Unknown(ApprovalId id) implements ApprovalOutcome {
    }
}
