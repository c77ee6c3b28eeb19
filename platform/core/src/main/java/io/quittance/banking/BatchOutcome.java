package io.quittance.banking;

import io.quittance.Fault;
import io.quittance.spi.settings.Wording;
import java.util.List;

/** What became of a wish about a batch. Everything but {@link Done} has changed nothing. */
public sealed interface BatchOutcome {

    record Done(BatchRow batch) implements BatchOutcome {
    }

    /** There is nothing to be ordered. */
    record Nothing() implements BatchOutcome {
    }

    /** Whoever prepares cannot release. */
    record OwnBatch() implements BatchOutcome {
    }

    /** It has been decided before. */
    record NotPrepared(BatchState state) implements BatchOutcome {
    }

    /** No enabled plugin writes files for a bank, or it does not answer. */
    record NoBank() implements BatchOutcome {
    }

    /** The plugin says that the bank would not take the file. */
    record Refused(Wording reason) implements BatchOutcome {
    }

    /** What it was prepared from has changed: these orders have to be taken out. */
    record Outdated(List<Fault> faults) implements BatchOutcome {

        public Outdated {
            faults = List.copyOf(faults);
        }
    }

    record Unknown() implements BatchOutcome {
    }
}
