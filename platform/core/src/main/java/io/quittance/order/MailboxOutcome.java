package io.quittance.order;

import io.quittance.Fault;
import java.util.List;

/** Whether a mailbox can be reached as it is configured. */
public sealed interface MailboxOutcome {

    /** @param messages in its folder now */
    record Reached(int messages) implements MailboxOutcome {
    }

    /** @param faults why not, by the names of the settings */
    record Refused(List<Fault> faults) implements MailboxOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
