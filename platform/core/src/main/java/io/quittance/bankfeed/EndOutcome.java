package io.quittance.bankfeed;

import java.util.Objects;

/** What became of the owner's way to the bank and back. */
public sealed interface EndOutcome {

    /** The accounts can be read. */
    record Connected(ConnectionId connection) implements EndOutcome {
        public Connected {
            Objects.requireNonNull(connection, "connection");
        }
    }

    /** The owner, the bank or a proof said no. What was connected before stays connected. */
    record Declined(String reason) implements EndOutcome {
    }

    /** The bank cannot say it now: the same return may be tried again. */
    record NotYet(String reason) implements EndOutcome {
    }

    /** Nobody of this business has begun it, it was finished before, or it took too long. */
    record Unknown() implements EndOutcome {
    }
}
