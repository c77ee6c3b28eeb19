package io.quittance.invoice;

import io.quittance.Fault;
import java.util.List;

/** What became of one invoice to be brought in. A refusal has changed nothing and leaves the others of its batch alone. */
public sealed interface ImportOutcome {

    record Imported(InvoiceId id, ClaimId claim) implements ImportOutcome {
    }

    /** The number is taken: by an earlier import, by one of ours, or by an earlier row of the same batch. */
    record Duplicate(String number) implements ImportOutcome {
    }

    record Refused(List<Fault> faults) implements ImportOutcome {
    }
}
