package io.quittance.ledger;

import io.quittance.Fault;

/** What became of a wish about periods. */
public sealed interface PeriodOutcome {

    /** It is so. */
    record Done(PeriodDecision decision, PeriodState state) implements PeriodOutcome {
    }

    /** Nothing changed. */
    record Refused(Fault fault) implements PeriodOutcome {
    }
}
