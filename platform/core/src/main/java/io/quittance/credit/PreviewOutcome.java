package io.quittance.credit;

import io.quittance.Fault;
import java.util.List;

/** What a wish to credit would come to. */
public sealed interface PreviewOutcome {

    record Possible(CreditEffect effect) implements PreviewOutcome {
    }

    record Refused(List<Fault> faults) implements PreviewOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
