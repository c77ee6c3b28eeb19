package io.quittance.banking;

import io.quittance.Fault;
import java.util.List;

/** What became of a wish about a mandate. A refusal has changed nothing. */
public sealed interface MandateOutcome {

    record Saved(Mandate mandate) implements MandateOutcome {
    }

    record Refused(List<Fault> faults) implements MandateOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    record Unknown() implements MandateOutcome {
    }
}
