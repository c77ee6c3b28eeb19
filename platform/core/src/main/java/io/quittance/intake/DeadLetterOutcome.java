package io.quittance.intake;

import io.quittance.Fault;

/** What became of an attempt to deal with a dead letter. A refusal has changed nothing. */
public sealed interface DeadLetterOutcome {

    /** It is tried again at once, or laid aside for good. */
    record Done() implements DeadLetterOutcome {
    }

    /** The events or the reason are not as they must be. */
    record Refused(Fault fault) implements DeadLetterOutcome {
    }

    /** There is no such dead letter, or it is no longer one. */
    record Unknown(long id) implements DeadLetterOutcome {
    }
}
