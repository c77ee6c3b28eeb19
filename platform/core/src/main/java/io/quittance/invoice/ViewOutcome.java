package io.quittance.invoice;

import io.quittance.Fault;
import java.util.List;

/** What became of a wish to change a saved view. A refusal has changed nothing. */
public sealed interface ViewOutcome {

    /** As it is now, or was before it was deleted. */
    record Done(SavedView view) implements ViewOutcome {
    }

    /** @param faults at least one */
    record Refused(List<Fault> faults) implements ViewOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** There is none of that id, or it is somebody else's. */
    record Unknown(long id) implements ViewOutcome {
    }
}
