package io.quittance.fourway;

import io.quittance.Fault;

/** What became of a person's explanation. */
public sealed interface ExplainOutcome {

    record Done(GapRow gap) implements ExplainOutcome {
    }

    /** Nothing changed. */
    record Refused(Fault fault) implements ExplainOutcome {
    }

    /** There is no such gap. */
    record Unknown() implements ExplainOutcome {
    }
}
